"""Documents of ours as PDFs: applications, decisions, referrals."""
