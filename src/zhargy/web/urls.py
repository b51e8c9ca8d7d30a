"""Addresses of the portal. Works, editions and provisions answer at their Akoma Ntoso identifiers."""

from __future__ import annotations

from django.urls import path, re_path

from zhargy.web.views import errors, exports, home, interview, library, norms, playground, reader, repairs, sources

_WORK = r"(?P<work>akn/.+?)"
_EXPRESSION = _WORK + r"/(?P<language>kaz|rus|eng)@(?P<version>(?:\d{4}-\d\d-\d\d)?)"
_PROVISION = r"~(?P<eid>[^/~]+)"
_PROVISIONS = r"~(?P<eids>[^/~]+)"

urlpatterns = [
    path("", home.home, name="home"),
    path("library/", library.listing, name="library"),
    path("norms/", norms.listing, name="norms"),
    path("norms/<str:name>", norms.pack, name="pack"),
    path("norms/<str:name>/cases/<str:case>", norms.case, name="pack-case"),
    path("norms/<str:name>/try", playground.try_pack, name="try"),
    path("norms/<str:name>/ask", interview.ask, name="ask"),
    path("qualify", playground.qualify, name="qualify"),
    re_path(rf"^preview/{_EXPRESSION}/{_PROVISIONS}$", reader.preview, name="preview"),
    re_path(rf"^preview/{_WORK}/{_PROVISIONS}$", reader.standing_preview, name="standing-preview"),
    re_path(rf"^source/{_EXPRESSION}$", sources.source, name="source"),
    re_path(rf"^page/{_EXPRESSION}/(?P<page>\d{{1,6}})\.png$", sources.page_image, name="page"),
    re_path(rf"^{_EXPRESSION}\.(?P<format>[a-z]+)$", exports.export, name="export"),
    re_path(rf"^{_EXPRESSION}/repairs$", repairs.repairs, name="repairs"),
    re_path(rf"^{_EXPRESSION}/{_PROVISION}$", reader.provision, name="provision"),
    re_path(rf"^{_EXPRESSION}$", reader.expression, name="expression"),
    re_path(rf"^{_WORK}/{_PROVISIONS}$", reader.standing_provision, name="standing-provision"),
    re_path(rf"^{_WORK}/?$", library.work, name="work"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.bug
