// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/capsule_file.h"

#include "engine/capsule/capsule.h"
#include "engine/capsule/signing_key.h"
#include "engine/exports/gzip.h"
#include "engine/json/json.h"
#include "engine/net/inflate.h"

namespace batuta::capsule {
namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::string_view kSignedLine = "batuta-capsule 1\n"; // the key may sign other things one day
constexpr std::size_t kMostMarks = 10'000;                     // many times what kMostExecutions need
constexpr int kDepth = 4;

Error refused(const std::string &file, std::string detail, std::string mend = {})
{
    if (mend.empty())
        mend = "Ask for the file again, and compare its SHA-256 with the sender's.";
    return {ErrorCode::FileUnreadable, file, std::move(detail), {}, std::move(mend)};
}

Error tooLarge(const std::string &file)
{
    return {ErrorCode::FileTooLarge,
            file,
            "a capsule may have 256 MiB, packed and unpacked",
            {},
            "Put fewer executions into it."};
}

std::string signedText(const std::string &manifest)
{
    return std::string(kSignedLine) + manifest;
}

/// The envelope is a few long texts. A document of millions of small values would cost thirty times its size
/// to parse: it is refused by counting what separates values, outside of texts.
bool isEnvelope(std::string_view text)
{
    std::size_t marks = 0;
    bool isInText = false;
    for (std::size_t i = 0; i < text.size() && marks <= kMostMarks; ++i) {
        const char c = text[i];
        if (isInText && c == '\\')
            ++i;
        else if (c == '"')
            isInText = !isInText;
        else if (!isInText && (c == ',' || c == '[' || c == '{'))
            ++marks;
    }
    return marks <= kMostMarks;
}

Result<json::Value> envelopeOf(std::string_view bytes, const std::string &file)
{
    constexpr std::string_view kGzipMark = "\x1f\x8b";
    if (bytes.size() > kMostBytes)
        return tooLarge(file);
    if (bytes.substr(0, kGzipMark.size()) != kGzipMark)
        return refused(file, "it is no capsule: it is not packed by gzip",
                       "Name a file that `batuta capsule export` wrote.");
    const Result<std::string> text = net::inflated(bytes, kMostBytes);
    if (!text && text.error().code == ErrorCode::NetTooLarge)
        return tooLarge(file);
    if (!text)
        return refused(file, "it is cut off or damaged: it cannot be unpacked");
    Result<json::Value> value =
        isEnvelope(*text) ? json::parse(*text, {kMostBytes, kDepth}) : Result<json::Value>(refused(file, {}));
    if (!value || !value->isObject() || (*value)["batuta_capsule"].isNull())
        return refused(file, "it is no capsule: what is packed in it is something else",
                       "Name a file that `batuta capsule export` wrote.");
    if (const json::Value &format = (*value)["batuta_capsule"]; format != json::Value(kFormat))
        return refused(file, "its format is version " + json::write(format) + ", and this Batuta reads 1",
                       "Open it with the Batuta that made it, or a newer one.");
    return value;
}

Status checkSignature(const json::Value &envelope, const std::string &file)
{
    const std::string &publicKey = envelope["public_key"].asString();
    switch (
        verify(signedText(envelope["manifest"].asString()), envelope["signature"].asString(), publicKey)) {
    case Verdict::Good:
        break;
    case Verdict::NotAKey:
        return refused(file, "the key in it is no Ed25519 key");
    case Verdict::NotASignature:
        return refused(file, "its signature is not of its key: it was changed after it was signed");
    }
    if (envelope["key_fingerprint"].asString() != fingerprintOf(publicKey))
        return refused(file, "the fingerprint in it is of another key: it was changed after it was signed");
    return {};
}

Result<Parts> checkedParts(const json::Value &manifest, const json::Value &envelope, const std::string &file)
{
    Parts parts;
    for (const json::Value &entry : manifest["parts"].asArray()) {
        const std::string &name = entry["name"].asString();
        // It is told in errors: a stranger's file must not write what it likes on somebody's terminal.
        if (name.empty() || name.size() > 40 ||
            name.find_first_not_of("0123456789/abcdefghijklmnopqrstuvwxyz") != std::string::npos)
            return refused(file, "its manifest names a part that no capsule has");
        const json::Value &part = envelope["parts"][name];
        if (!part.isString())
            return refused(file, "the part " + name + " is missing");
        if (sha256(part.asString()) != entry["sha256"].asString())
            return refused(file, "the part " + name + " was changed after it was signed");
        parts.emplace_back(name, part.asString());
    }
    if (parts.size() != envelope["parts"].asObject().size())
        return refused(file, "it has a part that was not signed");
    return parts;
}

} // namespace

Result<std::string> sealParts(const SignedParts &signedParts, const SigningKey &key)
{
    json::Array list;
    json::Object texts;
    for (const auto &[name, text] : signedParts.parts) {
        list.push_back(json::Object{
            {"name", name}, {"bytes", static_cast<std::int64_t>(text.size())}, {"sha256", sha256(text)}});
        texts.append(name, text);
    }
    const std::string manifest = json::write(json::Object{{"batuta_capsule", kFormat},
                                                          {"made_at", signedParts.madeAt},
                                                          {"made_by", signedParts.madeBy},
                                                          {"parts", std::move(list)}});
    const Result<std::string> signature = key.sign(signedText(manifest));
    if (!signature)
        return signature.error();
    const std::string text = json::write(json::Object{{"batuta_capsule", kFormat},
                                                      {"manifest", manifest},
                                                      {"public_key", key.publicKey()},
                                                      {"key_fingerprint", fingerprintOf(key.publicKey())},
                                                      {"signature", *signature},
                                                      {"parts", std::move(texts)}});
    if (text.size() > kMostBytes)
        return tooLarge("capsule");
    std::string packed = exports::gzipped(text);
    if (packed.empty())
        return Error{ErrorCode::Internal, "capsule", "no memory to pack it", {}, {}};
    return packed;
}

Result<SignedParts> openParts(std::string_view bytes, const std::string &file)
{
    const Result<json::Value> envelope = envelopeOf(bytes, file);
    if (!envelope)
        return envelope.error();
    if (Status good = checkSignature(*envelope, file); !good)
        return good.error();
    const Result<json::Value> manifest = json::parse((*envelope)["manifest"].asString());
    if (!manifest || (*manifest)["batuta_capsule"] != json::Value(kFormat))
        return refused(file, "what was signed is no manifest of a capsule");
    Result<Parts> parts = checkedParts(*manifest, *envelope, file);
    if (!parts)
        return parts.error();
    return SignedParts{std::move(*parts), (*manifest)["made_by"].asString(),
                       (*manifest)["made_at"].asString(), (*envelope)["public_key"].asString(),
                       (*envelope)["key_fingerprint"].asString()};
}

} // namespace batuta::capsule
