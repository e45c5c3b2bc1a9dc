// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/key.h"

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

namespace batuta::jwt {
namespace {

constexpr std::size_t kLongestId = 255, kLongestSecret = 4096, kLongestPem = 16'384;
constexpr int kLeastRsaBits = 2048, kMostRsaBits = 8192; // more costs each request too much

template <auto Free> struct Freed
{
    template <class T> void operator()(T *object) const { Free(object); }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using PublicKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using PublicKeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using CurvePoints = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

const unsigned char *unsignedBytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

/// Null for EdDSA, which has its own.
const EVP_MD *digestOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::HS256:
    case Algorithm::RS256:
    case Algorithm::PS256:
    case Algorithm::ES256:
        return EVP_sha256();
    case Algorithm::HS384:
    case Algorithm::RS384:
    case Algorithm::ES384:
        return EVP_sha384();
    case Algorithm::HS512:
    case Algorithm::RS512:
        return EVP_sha512();
    case Algorithm::EdDSA:
        break;
    }
    return nullptr;
}

/// Bytes of one of the two numbers of an ECDSA signature; 0 for other algorithms.
std::size_t numberBytes(Algorithm algorithm)
{
    return algorithm == Algorithm::ES256 ? 32 : algorithm == Algorithm::ES384 ? 48 : 0;
}

/// A key that wants a passphrase is refused, not asked for on the terminal.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

Error badKey(const std::string &id, Algorithm algorithm, std::string detail, std::string mend)
{
    std::string subject = "key " + (id.empty() ? std::string("without an id") : id) + " for ";
    return {ErrorCode::FlowBadValue,
            subject.append(algorithmName(algorithm)),
            std::move(detail),
            {},
            std::move(mend)};
}

/// What makes a secret unfit, or "".
std::string weaknessOfSecret(Algorithm algorithm, std::string_view secret)
{
    const auto least = static_cast<std::size_t>(EVP_MD_get_size(digestOf(algorithm)));
    if (secret.size() < least)
        return "the secret is shorter than " + std::to_string(least) + " bytes";
    if (secret.size() > kLongestSecret)
        return "the secret is longer than 4096 bytes";
    // A public key is no secret: whoever has it could sign.
    return secret.find("-----BEGIN") == std::string_view::npos ? "" : "the secret is a key in PEM";
}

std::string weaknessOfRsa(const EVP_PKEY *key)
{
    const int bits = EVP_PKEY_get_bits(key);
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA)
        return "it is no RSA key";
    if (bits < kLeastRsaBits)
        return "the RSA key has fewer than 2048 bits";
    return bits > kMostRsaBits ? "the RSA key has more than 8192 bits" : "";
}

std::string weaknessOfCurve(const EVP_PKEY *key, std::string_view wanted)
{
    std::array<char, 64> name{};
    std::size_t size = 0;
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC ||
        EVP_PKEY_get_group_name(key, name.data(), name.size(), &size) != 1)
        return "it is no key of an elliptic curve";
    return std::string_view(name.data(), size) == wanted ? "" : "its curve is another one";
}

/// What makes a public key unfit, or "".
std::string weaknessOfPublicKey(Algorithm algorithm, EVP_PKEY *key)
{
    std::string weakness;
    if (algorithm == Algorithm::EdDSA)
        weakness = EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519 ? "" : "it is no Ed25519 key";
    else if (algorithm == Algorithm::ES256)
        weakness = weaknessOfCurve(key, "prime256v1");
    else if (algorithm == Algorithm::ES384)
        weakness = weaknessOfCurve(key, "secp384r1");
    else
        weakness = weaknessOfRsa(key);
    if (!weakness.empty())
        return weakness;
    const PublicKeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    return EVP_PKEY_public_check(context.get()) == 1 ? "" : "its numbers are not those of a key";
}

bool isHmacOf(std::string_view secret, Algorithm algorithm, std::string_view text, std::string_view given)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> wanted{};
    unsigned int size = 0;
    if (HMAC(digestOf(algorithm), secret.data(), static_cast<int>(secret.size()), unsignedBytes(text),
             text.size(), wanted.data(), &size) == nullptr)
        return false;
    const bool isSame = given.size() == size && CRYPTO_memcmp(given.data(), wanted.data(), size) == 0;
    OPENSSL_cleanse(wanted.data(), wanted.size());
    return isSame;
}

/// What OpenSSL wants of the two numbers that a JWS has one behind the other; "" when their size is wrong.
std::string derOf(std::string_view signature, std::size_t bytes)
{
    if (signature.size() != 2 * bytes)
        return {};
    const CurvePoints points(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(unsignedBytes(signature), static_cast<int>(bytes), nullptr);
    BIGNUM *s = BN_bin2bn(unsignedBytes(signature.substr(bytes)), static_cast<int>(bytes), nullptr);
    ECDSA_SIG_set0(points.get(), r, s); // takes both
    const int size = i2d_ECDSA_SIG(points.get(), nullptr);
    std::string der(static_cast<std::size_t>(size > 0 ? size : 0), '\0');
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_ECDSA_SIG(points.get(), &out);
    return der;
}

bool isSignatureOf(EVP_PKEY *key, Algorithm algorithm, std::string_view text, std::string_view signature)
{
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *padding = nullptr; // belongs to the context
    if (EVP_DigestVerifyInit(context.get(), &padding, digestOf(algorithm), nullptr, key) != 1)
        return false;
    if (algorithm == Algorithm::PS256 &&
        (EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING) != 1 ||
         EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    return EVP_DigestVerify(context.get(), unsignedBytes(signature), signature.size(), unsignedBytes(text),
                            text.size()) == 1;
}

} // namespace

struct Key::Material
{
    Material(std::string id_, Algorithm algorithm_, std::string secret_, std::shared_ptr<EVP_PKEY> publicKey_)
        : id(std::move(id_))
        , algorithm(algorithm_)
        , secret(std::move(secret_))
        , publicKey(std::move(publicKey_))
    {
    }
    ~Material() { OPENSSL_cleanse(secret.data(), secret.size()); }
    Material(const Material &) = delete;
    Material &operator=(const Material &) = delete;

    std::string id;
    Algorithm algorithm;
    std::string secret;
    std::shared_ptr<EVP_PKEY> publicKey;
};

Key::Key(std::shared_ptr<const Material> material)
    : m_material(std::move(material))
{
}

Result<Key> Key::make(std::string id, Algorithm algorithm, std::string_view material)
{
    if (id.size() > kLongestId)
        return badKey("", algorithm, "its id is longer than 255 bytes", "Give it a shorter id.");
    if (isSymmetric(algorithm)) {
        if (std::string weakness = weaknessOfSecret(algorithm, material); !weakness.empty())
            return badKey(id, algorithm, std::move(weakness),
                          "Take random bytes, like those of `openssl rand -base64 64`.");
        return Key(std::make_shared<Material>(std::move(id), algorithm, std::string(material), nullptr));
    }
    const Bio bio(BIO_new_mem_buf(material.data(), static_cast<int>(std::min(material.size(), kLongestPem))));
    PublicKey key(PEM_read_bio_PUBKEY(bio.get(), nullptr, noPassphrase, nullptr));
    std::string weakness = key ? weaknessOfPublicKey(algorithm, key.get()) : "it is no public key in PEM";
    ERR_clear_error();
    if (!weakness.empty())
        return badKey(id, algorithm, std::move(weakness),
                      "Write the public key with `openssl pkey -in PRIVATE -pubout`, of a kind and size that "
                      "fit the algorithm.");
    return Key(std::make_shared<Material>(std::move(id), algorithm, std::string(), std::move(key)));
}

const std::string &Key::id() const
{
    return m_material->id;
}

Algorithm Key::algorithm() const
{
    return m_material->algorithm;
}

bool Key::verifies(std::string_view text, std::string_view signature) const
{
    const Algorithm algorithm = m_material->algorithm;
    if (isSymmetric(algorithm))
        return isHmacOf(m_material->secret, algorithm, text, signature);
    const std::size_t bytes = numberBytes(algorithm);
    const std::string der = bytes > 0 ? derOf(signature, bytes) : std::string();
    const std::string_view given = bytes > 0 ? std::string_view(der) : signature;
    if (!given.empty() && isSignatureOf(m_material->publicKey.get(), algorithm, text, given))
        return true;
    ERR_clear_error(); // of this thread, whose next look would take it for its own
    return false;
}

} // namespace batuta::jwt
