// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"
#include "engine/cloud_local/documents.h"
#include "engine/fleet/values.h"

#include <string>

namespace batuta::cloud_local {

/// `repo/name:tag` or `repo/name@sha256:…` in its parts.
struct ImageName
{
    std::string name;
    std::string tag;    ///< "latest" when none was given; "" with a digest
    std::string digest; ///< `sha256:…` or ""

    std::string tagged() const { return name + ":" + tag; }
    std::string pinned() const { return name + "@" + digest; }
};
ImageName imageName(std::string_view reference);

/// How an image is started, as a manifest says it.
struct Manifest
{
    std::vector<std::string> words{};
    std::vector<std::string> environment{}; ///< `NAME=value`
    std::string directory{};
    std::string buildCommand{}; ///< for `sh -c`, or ""
};

/// Reads `image.yaml` or the `web` line of a `Procfile` in `folder`. FileUnreadable when there is neither.
Result<Manifest> readManifest(const std::string &folder);

/// What image names stand for. A file (`images.yaml`) maps names to a directory, a command or an archive;
/// builds add their own, pinned by digest. The file is read anew for each question, so that an edit counts
/// from the next deploy on. Lives on the loop's thread; an archive of the file is unpacked there, once.
class Images
{
public:
    Images(Documents &documents, std::string file, std::string store);

    /// How the reference is started. NOT_FOUND with Cloud Run's words, INVALID_ARGUMENT when the file is
    /// wrong.
    Outcome<Manifest> find(const std::string &reference) const;
    /// `name@sha256:…` when the content is kept under that digest and can be run by it later, else "".
    std::string digestOf(const std::string &reference) const;
    /// A build's result: the content of `folderOf(digest)` under these tags.
    void add(const std::vector<std::string> &tagged, const std::string &digest, std::uint64_t bytes,
             WallTime now);
    std::string folderOf(const std::string &hexDigest) const;

private:
    Outcome<Manifest> fromFile(const ImageName &name) const;
    Outcome<Manifest> fromEntry(const json::Value &entry, const std::string &reference) const;

    Documents &m_documents;
    std::string m_file;
    std::string m_store;
};

/// The words and variables with which a container starts its image; PORT and the like are the fleet's.
fleet::Launch launchOf(const Manifest &manifest, const json::Value &container,
                       const std::vector<std::string> &environment);

} // namespace batuta::cloud_local
