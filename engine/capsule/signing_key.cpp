// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/signing_key.h"

#include "engine/base/text.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace batuta::capsule {
namespace {

constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kSignatureBytes = 64;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string hexOf(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        text += kDigits[static_cast<unsigned char>(byte) >> 4];
        text += kDigits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

/// "" unless the text is exactly what hexOf() makes of `count` bytes.
std::string unhexed(const std::string &text, std::size_t count)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    if (text.size() != count * 2 || text.find_first_not_of(kDigits) != std::string::npos)
        return {};
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2)
        bytes += static_cast<char>(kDigits.find(text[i]) * 16 + kDigits.find(text[i + 1]));
    return bytes;
}

/// Made under another name and linked into place: whoever comes at the same time sees a whole key or none.
void makeKeyFile(const std::string &keyFile)
{
    std::array<unsigned char, kKeyBytes> secret{};
    const std::string draft = keyFile + "." + std::to_string(::getpid());
    const int file = ::open(draft.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return; // reading the key reports it
    if (RAND_priv_bytes(secret.data(), static_cast<int>(secret.size())) == 1 &&
        ::write(file, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) &&
        ::fsync(file) == 0)
        std::ignore = ::link(draft.c_str(), keyFile.c_str());
    ::close(file);
    ::unlink(draft.c_str());
}

Error noKey(const std::string &keyFile, std::string detail)
{
    return {ErrorCode::SealUnreadable,
            keyFile,
            std::move(detail),
            {},
            "Move the file away: a new key is made, with another fingerprint."};
}

} // namespace

Result<SigningKey> SigningKey::open(const std::string &keyFile)
{
    if (::access(keyFile.c_str(), F_OK) != 0)
        makeKeyFile(keyFile);
    const Result<std::string> secret = readFile(keyFile, kKeyBytes);
    if (!secret)
        return noKey(keyFile, secret.error().detail);
    if (secret->size() != kKeyBytes)
        return noKey(keyFile, "it does not hold a key");
    SigningKey key;
    key.m_key = {EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(*secret), secret->size()),
                 EVP_PKEY_free};
    std::array<unsigned char, kKeyBytes> open{};
    std::size_t size = open.size();
    if (!key.m_key || EVP_PKEY_get_raw_public_key(key.m_key.get(), open.data(), &size) != 1)
        return noKey(keyFile, "OpenSSL does not take it");
    key.m_publicKey = hexOf({reinterpret_cast<const char *>(open.data()), size});
    return key;
}

Result<std::string> SigningKey::sign(std::string_view text) const
{
    const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::array<unsigned char, kSignatureBytes> signature{};
    std::size_t size = signature.size();
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(digest.get(), signature.data(), &size, bytesOf(text), text.size()) != 1)
        return Error{ErrorCode::Internal, "signature", "OpenSSL could not sign", {}, {}};
    return hexOf({reinterpret_cast<const char *>(signature.data()), size});
}

Verdict verify(std::string_view text, const std::string &signature, const std::string &publicKey)
{
    const std::string keyBytes = unhexed(publicKey, kKeyBytes);
    const std::string signed_ = unhexed(signature, kSignatureBytes);
    if (signed_.empty())
        return Verdict::NotASignature;
    const Key key(keyBytes.empty() ? nullptr
                                   : EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(keyBytes),
                                                                 keyBytes.size()),
                  EVP_PKEY_free);
    const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!key || !digest)
        return Verdict::NotAKey;
    if (EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestVerify(digest.get(), bytesOf(signed_), signed_.size(), bytesOf(text), text.size()) != 1)
        return Verdict::NotASignature;
    return Verdict::Good;
}

std::string sha256(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        return {};
    return hexOf({reinterpret_cast<const char *>(digest.data()), size});
}

std::string fingerprintOf(const std::string &publicKey)
{
    const std::string bytes = unhexed(publicKey, kKeyBytes);
    return bytes.empty() ? std::string() : sha256(bytes);
}

} // namespace batuta::capsule
