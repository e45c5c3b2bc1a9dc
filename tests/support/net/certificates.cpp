// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/certificates.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace batuta::tests {
namespace {

constexpr long kHour = 3600;

template <class T, void (*release)(T *)> struct Release
{
    void operator()(T *object) const { release(object); }
};
template <class T, void (*release)(T *)> using Owned = std::unique_ptr<T, Release<T, release>>;

void addExtension(X509 *certificate, X509 *issuer, int id, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION, X509_EXTENSION_free> extension(
        X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
    X509_add_ext(certificate, extension.get(), -1);
}

} // namespace

struct Certificate::Parts
{
    Owned<EVP_PKEY, EVP_PKEY_free> key;
    Owned<X509, X509_free> certificate;
};

Certificate::Certificate(const Options &options, const Certificate *issuer)
    : m_parts(std::make_unique<Parts>())
{
    static long serial = 1;
    m_parts->key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    m_parts->certificate.reset(X509_new());
    X509 *certificate = m_parts->certificate.get();
    X509 *parent = issuer ? issuer->m_parts->certificate.get() : certificate;
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial++);
    X509_gmtime_adj(X509_getm_notBefore(certificate), options.expired ? -2 * kHour : -kHour);
    X509_gmtime_adj(X509_getm_notAfter(certificate), options.expired ? -kHour : kHour);
    X509_set_pubkey(certificate, m_parts->key.get());
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(options.name.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(parent));
    addExtension(certificate, parent, NID_basic_constraints, issuer ? "CA:FALSE" : "critical,CA:TRUE");
    if (!options.subjectAltName.empty())
        addExtension(certificate, parent, NID_subject_alt_name, options.subjectAltName);
    X509_sign(certificate, issuer ? issuer->m_parts->key.get() : m_parts->key.get(), EVP_sha256());
}

Certificate::~Certificate() = default;

bool Certificate::writePem(const std::string &path) const
{
    const std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen(path.c_str(), "w"), std::fclose);
    return file && PEM_write_X509(file.get(), m_parts->certificate.get()) == 1;
}

struct TlsPeer::Session
{
    Owned<SSL_CTX, SSL_CTX_free> context{SSL_CTX_new(TLS_server_method())};
    Owned<SSL, SSL_free> session;
    std::string buffer;
};

TlsPeer::TlsPeer(RawSocket &socket, const Certificate &certificate)
    : m_session(std::make_unique<Session>())
{
    const timeval patience{5, 0};
    ::setsockopt(socket.descriptor(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    SSL_CTX_use_certificate(m_session->context.get(), certificate.m_parts->certificate.get());
    SSL_CTX_use_PrivateKey(m_session->context.get(), certificate.m_parts->key.get());
    m_session->session.reset(SSL_new(m_session->context.get()));
    SSL_set_fd(m_session->session.get(), socket.descriptor());
    m_open = SSL_accept(m_session->session.get()) == 1;
}

TlsPeer::~TlsPeer() = default;

std::string TlsPeer::serverName() const
{
    const char *name = SSL_get_servername(m_session->session.get(), TLSEXT_NAMETYPE_host_name);
    return name ? name : "";
}

std::string TlsPeer::readUntil(const std::string &text)
{
    std::string &buffer = m_session->buffer;
    std::array<char, 4096> piece{};
    std::size_t found = buffer.find(text);
    while (m_open && found == std::string::npos) {
        const int count = SSL_read(m_session->session.get(), piece.data(), static_cast<int>(piece.size()));
        if (count <= 0)
            return {};
        const std::size_t searched = buffer.size() - std::min(buffer.size(), text.size());
        buffer.append(piece.data(), static_cast<std::size_t>(count));
        found = buffer.find(text, searched);
    }
    if (!m_open)
        return {};
    std::string result = buffer.substr(0, found + text.size());
    buffer.erase(0, result.size());
    return result;
}

bool TlsPeer::send(const std::string &bytes)
{
    return m_open && SSL_write(m_session->session.get(), bytes.data(), static_cast<int>(bytes.size())) > 0;
}

void TlsPeer::closeProperly()
{
    if (m_open)
        SSL_shutdown(m_session->session.get());
}

} // namespace batuta::tests
