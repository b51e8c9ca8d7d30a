zhargy structure P101.txt --reader pfd
