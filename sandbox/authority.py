"""A certification authority of the sandbox's own, in the image of NCA: its certificate and
revocation list lie in a folder for the bot to trust; its keys stay here and sign for the phone.
"""

from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

INDIVIDUAL = ObjectIdentifier("1.2.398.3.3.4.1.1")
SIGN, AUTH = ObjectIdentifier("1.2.398.3.3.2.3"), ObjectIdentifier("1.2.398.3.3.2.4")
REVOKED_SERIAL = 666
BEGINS, ENDS = datetime(2024, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC)
"""The sandbox's clock can be moved by years."""
KEY, CERTIFICATE, REVOCATIONS = "sandbox-ca.key", "sandbox-ca.pem", "sandbox-ca.crl"


class Authority:
    """Lives in `folder`; what the bot may read lies in `folder/trust`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trust = folder / "trust"

    def prepare(self) -> None:
        """Makes the key, the certificate and the list, if there are none."""
        self.trust.mkdir(parents=True, exist_ok=True)
        if not (self.trust / REVOCATIONS).exists():
            write(self.folder / KEY, pem(self.key))
            write(self.trust / CERTIFICATE, self.root().public_bytes(serialization.Encoding.PEM))
            write(
                self.trust / REVOCATIONS, self.revoked().public_bytes(serialization.Encoding.DER)
            )

    @cached_property
    def key(self) -> rsa.RSAPrivateKey:
        kept = self.folder / KEY
        if not kept.exists():
            return new_key()
        loaded = serialization.load_pem_private_key(kept.read_bytes(), None)
        assert isinstance(loaded, rsa.RSAPrivateKey)  # noqa: S101 - written by us
        return loaded

    @cached_property
    def holders_key(self) -> rsa.RSAPrivateKey:
        """Everybody's: what differs between people here is their certificate."""
        return new_key()

    def root(self) -> x509.Certificate:
        usage = x509.KeyUsage(
            digital_signature=False, content_commitment=False, key_encipherment=False,
            data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=True,
            encipher_only=False, decipher_only=False,
        )  # fmt: skip
        return (
            built(CA_NAME, self.key.public_key(), x509.random_serial_number())
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), critical=False
            )
            .sign(self.key, hashes.SHA256())
        )

    def revoked(self) -> x509.CertificateRevocationList:
        """Good for as long as the authority is: nobody publishes anew in a sandbox."""
        entry = (
            x509.RevokedCertificateBuilder()
            .serial_number(REVOKED_SERIAL)
            .revocation_date(BEGINS)
            .build()
        )
        return (
            x509.CertificateRevocationListBuilder()
            .issuer_name(CA_NAME)
            .last_update(BEGINS)
            .next_update(ENDS)
            .add_revoked_certificate(entry)
            .add_extension(x509.CRLNumber(1), critical=False)
            .sign(self.key, hashes.SHA256())
        )

    def certificate(
        self, iin: str, name: str, *, sign_in: bool = False, revoked: bool = False
    ) -> x509.Certificate:
        """A person's. `name` is surname, given name and patronymic, as NCA writes them."""
        usage = x509.KeyUsage(
            digital_signature=True, content_commitment=not sign_in, key_encipherment=sign_in,
            data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
            encipher_only=False, decipher_only=False,
        )  # fmt: skip
        purpose = (
            ExtendedKeyUsageOID.CLIENT_AUTH if sign_in else ExtendedKeyUsageOID.EMAIL_PROTECTION
        )
        policy = x509.PolicyInformation(AUTH if sign_in else SIGN, None)
        serial = REVOKED_SERIAL if revoked else x509.random_serial_number()
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        return (
            built(person(iin, name), self.holders_key.public_key(), serial)
            .add_extension(usage, critical=True)
            .add_extension(x509.ExtendedKeyUsage([purpose, INDIVIDUAL]), critical=False)
            .add_extension(x509.CertificatePolicies([policy]), critical=False)
            .add_extension(issuer, critical=False)
            .sign(self.key, hashes.SHA256())
        )

    def signature(self, content: bytes, certificate: x509.Certificate) -> bytes:
        """A detached CMS signature, in DER."""
        options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary,
                   pkcs7.PKCS7Options.NoCapabilities]  # fmt: skip
        return (
            pkcs7.PKCS7SignatureBuilder()
            .set_data(content)
            .add_signer(certificate, self.holders_key, hashes.SHA256())
            .sign(serialization.Encoding.DER, options)
        )


CA_NAME = x509.Name(
    [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "KZ"),
        x509.NameAttribute(NameOID.COMMON_NAME, "Otinim sandbox CA"),
    ]
)


def person(iin: str, name: str) -> x509.Name:
    surname, _, rest = name.upper().partition(" ")
    given, _, patronymic = rest.partition(" ")
    parts = [
        (NameOID.COMMON_NAME, f"{surname} {given}".strip() or iin),
        (NameOID.SURNAME, surname or iin),
        (NameOID.SERIAL_NUMBER, f"IIN{iin}"),
        (NameOID.COUNTRY_NAME, "KZ"),
        (NameOID.GIVEN_NAME, patronymic),
    ]
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts if value])


def built(subject: x509.Name, key: rsa.RSAPublicKey, serial: int) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(CA_NAME)
        .public_key(key)
        .serial_number(serial)
        .not_valid_before(BEGINS)
        .not_valid_after(ENDS)
    )


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def pem(key: rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)
