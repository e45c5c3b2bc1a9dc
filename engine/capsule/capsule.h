// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/capsule/execution_line.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::capsule {

class SigningKey;

inline constexpr std::uint64_t kMostBytes = 256ULL << 20; ///< of a capsule, packed and unpacked
inline constexpr std::size_t kMostExecutions = 100;

/// The environment that an execution had, without one value: its keys, and what tells whether another
/// environment is the same.
struct EnvironmentKeys
{
    struct Key
    {
        std::string name;
        std::string source; ///< env::sourceName
        bool isSecret = false;

        bool operator==(const Key &) const = default;
    };

    std::string name;        ///< "" for the workspace's own
    std::string fingerprint; ///< of keys and values in its files when it was exported; the record has the
                             ///< execution's own
    std::vector<Key> keys;

    bool operator==(const EnvironmentKeys &) const = default;
};

/// One execution with all that is needed to look into it elsewhere.
struct CapsuleExecution
{
    ExecutionLine line; ///< with the text of its flow's version when the store kept it
    std::vector<client::LogLineRecord> logs;
    EnvironmentKeys environment;
};

/// What a file .batuta-capsule holds.
struct Capsule
{
    std::string madeBy; ///< `batuta 0.2.0`
    WallTime madeAt{};
    std::vector<CapsuleExecution> executions; ///< 1 to kMostExecutions
};

/// A capsule that was read, and whose key signed it.
struct OpenedCapsule
{
    Capsule capsule;
    std::string publicKey;
    std::string fingerprint; ///< of the public key
};

/// The bytes of the file: a JSON document, packed by gzip,
///   {"batuta_capsule": 1, "manifest": TEXT, "public_key": HEX, "key_fingerprint": HEX, "signature": HEX,
///    "parts": {NAME: TEXT, …}}
/// The manifest is JSON text with name, bytes and SHA-256 of each part. The Ed25519 signature is over the
/// line `batuta-capsule 1` and the manifest.
///
/// The signature proves that the content is as the key's workspace signed it: no byte was changed since. It
/// does not prove whose key it is: anybody can make one. Compare its fingerprint with the one that the sender
/// tells. Nor does it prove that what was recorded is true.
///
/// FileTooLarge when it would pass kMostBytes. Both calls are pure, and take as long as the capsule is large.
Result<std::string> pack(const Capsule &capsule, const SigningKey &key);

/// Reads what pack() writes and takes nothing else. `file` only fills the errors: FileUnreadable for what is
/// no capsule, is of another format, is damaged or was changed; FileTooLarge; SchemaViolation for a part that
/// is signed but makes no sense.
Result<OpenedCapsule> unpack(std::string_view bytes, const std::string &file);

Result<OpenedCapsule> readCapsule(const std::string &file);
/// Replaces the file at once or leaves it as it was. The file is for its user only: payloads are in it.
Status writeFile(const std::string &file, std::string_view bytes);

} // namespace batuta::capsule
