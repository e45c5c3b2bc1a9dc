// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/bridge_certificate.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <unistd.h>

namespace batuta::cloud_local {
namespace {

template <auto release> struct ReleaseBy
{
    template <class T> void operator()(T *object) const { release(object); }
};
using KeyOwner = std::unique_ptr<EVP_PKEY, ReleaseBy<EVP_PKEY_free>>;
using CertificateOwner = std::unique_ptr<X509, ReleaseBy<X509_free>>;
using FileOwner = std::unique_ptr<FILE, ReleaseBy<std::fclose>>;

constexpr std::int64_t kDaySeconds = 24 * 3600;
constexpr std::int64_t kCertificateTime = 397 * kDaySeconds; ///< what clients take from a public authority
constexpr std::int64_t kRenewalTime = 30 * kDaySeconds;
constexpr const char *kTlsNames = "DNS:*.googleapis.com,DNS:localhost,DNS:metadata.google.internal,"
                                  "IP:127.0.0.1,IP:0:0:0:0:0:0:0:1";
constexpr const char *kVouchedFor = "critical,permitted;DNS:googleapis.com,permitted;DNS:localhost,"
                                    "permitted;DNS:metadata.google.internal,permitted;IP:127.0.0.0/255.0.0.0,"
                                    "permitted;IP:0:0:0:0:0:0:0:1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";

/// A key with its certificate.
struct Signed
{
    KeyOwner key;
    CertificateOwner certificate;
};

std::time_t epochSeconds(WallTime time)
{
    return static_cast<std::time_t>(
        std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count());
}

bool extend(X509 *certificate, X509 *issuer, int id, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, ReleaseBy<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, id, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool isDescribed(const Signed &made, X509 *issuer, const char *name, std::time_t now)
{
    X509 *certificate = made.certificate.get();
    std::uint64_t serial = 0;
    X509_NAME *subject = X509_get_subject_name(certificate);
    const auto *text = reinterpret_cast<const unsigned char *>(name);
    return RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) == 1 &&
           X509_set_version(certificate, X509_VERSION_3) == 1 &&
           ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1 &&
           X509_time_adj_ex(X509_getm_notBefore(certificate), 0, -3600, &now) != nullptr &&
           X509_time_adj_ex(X509_getm_notAfter(certificate), 0, static_cast<long>(kCertificateTime), &now) !=
               nullptr &&
           X509_set_pubkey(certificate, made.key.get()) == 1 &&
           X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, X509_get_subject_name(issuer ? issuer : certificate)) == 1;
}

/// Null without a certificate when OpenSSL refuses.
Signed signedBy(const Signed *issuer, const char *name, std::time_t now)
{
    Signed made{KeyOwner(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")), CertificateOwner(X509_new())};
    X509 *certificate = made.certificate.get();
    X509 *parent = issuer ? issuer->certificate.get() : certificate;
    bool isMade = made.key && certificate && isDescribed(made, parent, name, now) &&
                  extend(certificate, parent, NID_subject_key_identifier, "hash");
    if (issuer)
        isMade = isMade && extend(certificate, parent, NID_authority_key_identifier, "keyid") &&
                 extend(certificate, parent, NID_basic_constraints, "critical,CA:FALSE") &&
                 extend(certificate, parent, NID_key_usage, "critical,digitalSignature") &&
                 extend(certificate, parent, NID_ext_key_usage, "serverAuth") &&
                 extend(certificate, parent, NID_subject_alt_name, kTlsNames);
    else
        isMade = isMade && extend(certificate, parent, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                 extend(certificate, parent, NID_key_usage, "critical,keyCertSign") &&
                 extend(certificate, parent, NID_name_constraints, kVouchedFor);
    EVP_PKEY *key = issuer ? issuer->key.get() : made.key.get();
    if (!isMade || X509_sign(certificate, key, EVP_sha256()) == 0)
        made.certificate.reset();
    return made;
}

/// Replaces the file in one step; with a key it is its owner's alone from the beginning.
bool writePem(const std::string &path, X509 *certificate, EVP_PKEY *key)
{
    const std::string fresh = path + ".new";
    std::remove(fresh.c_str());
    const int number = ::open(fresh.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, key ? 0600 : 0644);
    FileOwner file(number < 0 ? nullptr : ::fdopen(number, "w"));
    if (!file)
        return false;
    bool isWritten = PEM_write_X509(file.get(), certificate) == 1;
    if (key)
        isWritten = isWritten &&
                    PEM_write_PKCS8PrivateKey(file.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    isWritten = isWritten && std::fflush(file.get()) == 0 && ::fsync(number) == 0;
    return isWritten && std::rename(fresh.c_str(), path.c_str()) == 0;
}

/// Whether the files belong together and last long enough.
bool isUsable(const BridgeCertificate &files, std::time_t now)
{
    const FileOwner rootFile(std::fopen(files.rootFile.c_str(), "re"));
    const FileOwner pemFile(std::fopen(files.pemFile.c_str(), "re"));
    if (!rootFile || !pemFile)
        return false;
    const CertificateOwner root(PEM_read_X509(rootFile.get(), nullptr, nullptr, nullptr));
    const CertificateOwner own(PEM_read_X509(pemFile.get(), nullptr, nullptr, nullptr));
    const KeyOwner key(PEM_read_PrivateKey(pemFile.get(), nullptr, nullptr, nullptr));
    std::time_t later = now + kRenewalTime;
    const bool isGood = root && own && key && X509_verify(own.get(), X509_get0_pubkey(root.get())) == 1 &&
                        X509_check_private_key(own.get(), key.get()) == 1 &&
                        X509_cmp_time(X509_get0_notBefore(own.get()), &now) < 0 &&
                        X509_cmp_time(X509_get0_notAfter(own.get()), &later) > 0;
    ERR_clear_error();
    return isGood;
}

} // namespace

BridgeCertificate bridgeFiles(const std::string &folder)
{
    return {folder + "/root.pem", folder + "/server.pem"};
}

Result<BridgeCertificate> bridgeCertificate(const std::string &folder, WallTime wall)
{
    const std::time_t now = epochSeconds(wall);
    const BridgeCertificate files = bridgeFiles(folder);
    if (isUsable(files, now))
        return files;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const Signed root = signedBy(nullptr, "Batuta local cloud (this machine only)", now);
    const Signed own = root.certificate ? signedBy(&root, "Batuta local cloud", now) : Signed{};
    ERR_clear_error();
    if (!own.certificate || !writePem(files.pemFile, own.certificate.get(), own.key.get()) ||
        !writePem(files.rootFile, root.certificate.get(), nullptr))
        return Error{ErrorCode::FileUnwritable, folder, "no certificate could be made there", {}, {}};
    return files;
}

} // namespace batuta::cloud_local
