// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/jwt.h"

#include "engine/base/text.h"
#include "engine/json/json.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <memory>

namespace batuta::cloud {
namespace {

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

template <auto Free> struct Freed
{
    template <class T> void operator()(T *object) const { Free(object); }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

/// A key that wants a passphrase is refused, not asked for on the terminal.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

} // namespace

std::string base64Url(std::string_view bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0'); // EVP writes a NUL behind
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytesOf(bytes),
                                     static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    while (text.ends_with('='))
        text.pop_back();
    for (char &letter : text)
        letter = letter == '+' ? '-' : letter == '/' ? '_' : letter;
    return text;
}

std::optional<std::string> fromBase64Url(std::string_view text)
{
    std::string padded(text);
    for (char &letter : padded)
        letter = letter == '-' ? '+' : letter == '_' ? '/' : letter;
    const std::size_t padding = (4 - padded.size() % 4) % 4;
    padded.append(padding, '=');
    std::string bytes(padded.size() / 4 * 3 + 1, '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()), bytesOf(padded),
                                     static_cast<int>(padded.size()));
    if (size < 0 || padding > 2)
        return std::nullopt;
    bytes.resize(static_cast<std::size_t>(size) - padding);
    return bytes;
}

Result<std::string> signedJwt(const json::Object &claims, const std::string &keyId, const std::string &key)
{
    const Error refused{ErrorCode::CloudSignIn,
                        "private_key",
                        "it is no RSA key in PEM",
                        {},
                        "Download the key of the service account again."};
    const Bio bio(BIO_new_mem_buf(key.data(), static_cast<int>(key.size())));
    const Key parsed(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr));
    if (!parsed || EVP_PKEY_base_id(parsed.get()) != EVP_PKEY_RSA)
        return refused;
    json::Object header{{"typ", "JWT"}, {"alg", "RS256"}};
    if (!keyId.empty())
        header.set("kid", keyId);
    const std::string text = base64Url(json::write(json::Value(std::move(header)))) + "." +
                             base64Url(json::write(json::Value(claims)));
    const Digest digest(EVP_MD_CTX_new());
    std::size_t size = static_cast<std::size_t>(EVP_PKEY_size(parsed.get()));
    std::string signature(size, '\0');
    if (EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, parsed.get()) != 1 ||
        EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       bytesOf(text), text.size()) != 1)
        return refused;
    signature.resize(size);
    return text + "." + base64Url(signature);
}

std::optional<WallTime> expiryOf(std::string_view jwt)
{
    const std::vector<std::string_view> parts = split(jwt, '.');
    if (parts.size() != 3)
        return std::nullopt;
    const std::optional<std::string> claims = fromBase64Url(parts[1]);
    const Result<json::Value> read = claims ? json::parse(*claims) : Result<json::Value>(Error{});
    if (!read || !(*read)["exp"].isInteger())
        return std::nullopt;
    constexpr std::int64_t kYear9999 = 253'402'300'799;
    return WallTime(std::chrono::seconds(std::clamp((*read)["exp"].asInteger(), std::int64_t{0}, kYear9999)));
}

} // namespace batuta::cloud
