// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/seal.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <span>
#include <tuple>

namespace batuta::env {
namespace {

constexpr int kNonceBytes = 12;
constexpr int kTagBytes = 16;
constexpr std::size_t kSaltBytes = 16;

struct FreeCipher
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string base64(const std::string &bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length =
        EVP_EncodeBlock(bytesOf(text), bytesOf(std::string_view(bytes)), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

/// Empty for what base64() never writes: the bits that the last character does not use must be zero, so that
/// each text has one spelling only.
std::string unbase64(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3, '\0');
    if (text.empty() || text.size() % 4 != 0 ||
        EVP_DecodeBlock(bytesOf(bytes), bytesOf(text), static_cast<int>(text.size())) < 0)
        return {};
    const std::size_t padding = text.size() - text.find_last_not_of('=') - 1;
    bytes.resize(bytes.size() - std::min<std::size_t>(padding, 2));
    return base64(bytes) == text ? bytes : std::string();
}

Error unreadable(std::string detail)
{
    return {ErrorCode::SealUnreadable, {}, std::move(detail), {}, {}};
}

class File
{
public:
    explicit File(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~File()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Writes the whole key and syncs it before anything is sealed with it.
bool writeKey(int descriptor, std::span<const unsigned char> key)
{
    return ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
           ::fsync(descriptor) == 0;
}

/// Under another name and linked into place: whoever comes at the same time sees a whole key or none. The
/// folder is synced, too: what is sealed may be on the disk a moment later.
void makeKey(const std::string &keyFile, std::span<const unsigned char> key)
{
    const std::string draft = keyFile + "." + std::to_string(::getpid());
    {
        const File made(::open(draft.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600));
        if (made.get() >= 0 && writeKey(made.get(), key))
            std::ignore = ::link(draft.c_str(), keyFile.c_str());
    }
    ::unlink(draft.c_str());
    const std::size_t slash = keyFile.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : keyFile.substr(0, slash + 1);
    const File directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() >= 0)
        std::ignore = ::fsync(directory.get());
}

} // namespace

Result<Seal> Seal::open(const std::string &keyFile)
{
    Seal seal;
    if (RAND_bytes(seal.m_key.data(), static_cast<int>(kKeyBytes)) != 1)
        return Error{ErrorCode::Internal, "random numbers", {}, {}, {}};
    if (keyFile.empty())
        return seal;
    if (::access(keyFile.c_str(), F_OK) != 0)
        makeKey(keyFile, seal.m_key);
    const File file(::open(keyFile.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return Error{ErrorCode::SealUnreadable, keyFile, std::strerror(errno), {}, {}};
    if (::read(file.get(), seal.m_key.data(), kKeyBytes) != static_cast<ssize_t>(kKeyBytes))
        return Error{ErrorCode::SealUnreadable, keyFile, "it does not hold a key", {}, {}};
    return seal;
}

Result<Seal> Seal::fromPassphrase(std::string_view passphrase, std::string_view salt)
{
    constexpr std::uint64_t kCost = 1U << 15;
    constexpr std::uint64_t kBlock = 8;
    constexpr std::uint64_t kMostMemory = 64U << 20;
    const std::string bytes = unbase64(salt);
    if (bytes.size() < kSaltBytes)
        return unreadable("it has no salt");
    Seal seal;
    const bool isMade =
        EVP_PBE_scrypt(passphrase.data(), passphrase.size(), bytesOf(std::string_view(bytes)), bytes.size(),
                       kCost, kBlock, 1, kMostMemory, seal.m_key.data(), seal.m_key.size()) == 1;
    if (!isMade)
        return Error{ErrorCode::Internal, "scrypt", {}, {}, {}};
    return seal;
}

Result<std::string> Seal::newSalt()
{
    std::string bytes(kSaltBytes, '\0');
    if (RAND_bytes(bytesOf(bytes), static_cast<int>(bytes.size())) != 1)
        return Error{ErrorCode::Internal, "random numbers", {}, {}, {}};
    return base64(bytes);
}

std::string Seal::seal(std::string_view text) const
{
    std::string out(kNonceBytes + text.size() + kTagBytes, '\0');
    unsigned char *nonce = bytesOf(out);
    unsigned char *body = nonce + kNonceBytes;
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool sealed =
        RAND_bytes(nonce, kNonceBytes) == 1 &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, m_key.data(), nonce) == 1 &&
        EVP_EncryptUpdate(cipher.get(), body, &length, bytesOf(text), static_cast<int>(text.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), body + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, body + text.size()) == 1;
    return sealed ? base64(out) : std::string();
}

Result<std::string> Seal::unseal(std::string_view sealed) const
{
    std::string bytes = unbase64(sealed);
    if (bytes.size() < kNonceBytes + kTagBytes)
        return unreadable("it is cut off");
    const std::size_t size = bytes.size() - kNonceBytes - kTagBytes;
    unsigned char *body = bytesOf(bytes) + kNonceBytes;
    std::string text(size, '\0');
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool opened =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, m_key.data(), bytesOf(bytes)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), bytesOf(text), &length, body, static_cast<int>(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, body + size) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytesOf(text) + length, &length) == 1;
    if (!opened)
        return unreadable("it was changed, or sealed with another key");
    return text;
}

} // namespace batuta::env
