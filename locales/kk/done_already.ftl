# Екінші рет басқанда жанай айтылады: бұл жасалып қойған.
interest-noted-already = Белгіленіп қойған: орын сізге керек.
application-restored-already = № { $number } өтініш қайтадан кезекте тұр.
application-withdrawn-already = № { $number } өтініш жойылып қойған.
referral-longer-already = Жолдаманың мерзімі ұзартылып қойған.
referral-declined-already = Бұл орыннан бас тартып қойғансыз.
referral-tap-late = Бұл түйме бұрынғы жолдамадан қалған. Қазіргісі — осы.
