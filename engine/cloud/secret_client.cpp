// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/secret_client.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstdint>

namespace batuta::cloud {
namespace {

constexpr std::uint64_t kLongest = 256U << 10; // a version holds 64 KiB

/// RFC 3720 §12.1, the sum that Google sends along.
std::uint32_t crc32c(std::string_view bytes)
{
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0x82F63B78U : 0U);
    }
    return ~sum;
}

/// Nothing when it is no base64 of RFC 4648 §4.
std::optional<std::string> decoded(const std::string &text)
{
    if (text.size() % 4 != 0 || text.empty())
        return text.empty() ? std::optional<std::string>("") : std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    const int size =
        EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()),
                        reinterpret_cast<const unsigned char *>(text.data()), static_cast<int>(text.size()));
    if (size < 0)
        return std::nullopt;
    const auto padding = static_cast<std::size_t>(std::count(text.end() - 2, text.end(), '='));
    bytes.resize(static_cast<std::size_t>(size) - padding);
    return bytes;
}

Result<std::string> valueOf(const json::Value &answer, const std::string &subject)
{
    const json::Value &payload = answer["payload"];
    const std::optional<std::string> bytes =
        payload["data"].isString() ? decoded(payload["data"].asString()) : std::nullopt;
    if (!bytes)
        return Error{ErrorCode::NetProtocol, subject, "Secret Manager's answer holds no value", {}, ""};
    // 64-bit numbers are texts in Google's JSON.
    const std::string sum =
        payload["dataCrc32c"].isString() ? payload["dataCrc32c"].asString() : std::string();
    if (!sum.empty() && sum != std::to_string(crc32c(*bytes)))
        return Error{ErrorCode::NetProtocol, subject, "the value was damaged on its way", {}, ""};
    return *bytes;
}

} // namespace

void SecretClient::value(const env::SecretReference &reference, Reply<std::string> reply)
{
    const std::string host = reference.location.empty()
                                 ? "secretmanager.googleapis.com"
                                 : "secretmanager." + reference.location + ".rep.googleapis.com";
    ApiCall call;
    call.url = "https://" + host + "/v1/" + reference.resource() + ":access";
    call.subject = reference.resource();
    call.maxResponseBytes = kLongest;
    m_api.json(std::move(call),
               [reply = std::move(reply), subject = reference.resource()](Result<json::Value> answer) {
                   reply(answer ? valueOf(*answer, subject) : Result<std::string>(answer.error()));
               });
}

} // namespace batuta::cloud
