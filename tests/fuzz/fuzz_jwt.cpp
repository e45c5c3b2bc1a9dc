// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/base64url.h"
#include "engine/jwt/signed_text.h"
#include "engine/jwt/verifier.h"

#include <openssl/hmac.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace batuta;

namespace {

constexpr std::string_view kSecret = "the secret that the fuzzer signs with, long enough";
const WallTime kNow{std::chrono::seconds(1'795'271'400)};

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

std::string encoded(std::string_view bytes)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    unsigned held = 0, count = 0;
    for (const char byte : bytes) {
        held = held << 8U | static_cast<unsigned char>(byte);
        for (count += 8; count >= 6; count -= 6)
            text.push_back(kLetters[held >> (count - 6) & 63U]);
    }
    if (count > 0)
        text.push_back(kLetters[held << (6 - count) & 63U]);
    return text;
}

std::string signedToken(std::string_view header, std::string_view claims)
{
    const std::string text = encoded(header) + '.' + encoded(claims);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), kSecret.data(), static_cast<int>(kSecret.size()),
         reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest.data(), &size);
    return text + '.' + encoded({reinterpret_cast<const char *>(digest.data()), size});
}

} // namespace

/// Bytes as a token, and as the header and the claims (behind a line end) of one that is rightly signed: what
/// is believed has the algorithm of the key, an end, and the audience.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const jwt::Key key = *jwt::Key::make("k", jwt::Algorithm::HS256, kSecret);
    static const jwt::Verifier verifier = *jwt::Verifier::make({{key}, {}, "batuta", "roles"});
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    if (const auto bytes = jwt::decodeBase64Url(text))
        expect(encoded(*bytes) == text);
    expect(!verifier.verify(text, kNow)); // nobody guesses a signature
    const std::size_t end = text.find('\n');
    const std::string_view header = text.substr(0, end);
    const std::string_view claims = end == std::string_view::npos ? text : text.substr(end + 1);
    const std::string token = signedToken(header, claims);
    if (const auto opened = jwt::openSigned(token, {key})) {
        expect(token.size() <= jwt::kMostBytes && opened->payload == claims);
        expect(header.find("HS256") != std::string_view::npos || header.find('\\') != std::string_view::npos);
    }
    for (const std::string &other : {token, signedToken(R"({"alg":"HS256"})", text)})
        if (const auto believed = verifier.verify(other, kNow)) {
            expect(believed->expires + std::chrono::seconds(30) > kNow);
            expect(believed->all.isObject() && believed->subject.size() <= 255);
            expect(!believed->audience.empty());
        }
    return 0;
}
