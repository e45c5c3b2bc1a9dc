// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/image_client.h"

#include "engine/base/text.h"
#include "engine/cloud/pages.h"

#include <algorithm>
#include <charconv>

namespace batuta::cloud {
namespace {

constexpr std::string_view kHost = "-docker.pkg.dev";
constexpr std::size_t kMostImages = 1'000;

Result<Image> readImage(const json::Value &json)
{
    Image image;
    image.uri = json["uri"].asString();
    const std::size_t at = image.uri.find('@');
    image.digest = at == std::string::npos ? std::string() : image.uri.substr(at + 1);
    for (const json::Value &tag : json["tags"].asArray())
        image.tags.push_back(tag.asString());
    const std::string &bytes = json["imageSizeBytes"].asString();
    std::from_chars(bytes.data(), bytes.data() + bytes.size(), image.bytes);
    parseIsoTime(json["uploadTime"].asString(), image.uploaded);
    return image;
}

/// What may stand in the path of an API's address.
bool isPart(const std::string &text)
{
    return !text.empty() && text.find("..") == std::string::npos &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.' || c == ':';
           });
}

} // namespace

std::optional<ImageName> parseImage(const std::string &text)
{
    ImageName name;
    std::string rest = text;
    if (const std::size_t at = rest.find('@'); at != std::string::npos) {
        name.digest = rest.substr(at + 1);
        rest.resize(at);
    }
    if (const std::size_t colon = rest.rfind(':');
        colon != std::string::npos && rest.find('/', colon) == std::string::npos) {
        name.tag = rest.substr(colon + 1);
        rest.resize(colon);
    }
    const std::vector<std::string_view> parts = split(rest, '/');
    if (parts.size() < 3 || !parts[0].ends_with(kHost))
        return std::nullopt;
    name.region = parts[0].substr(0, parts[0].size() - kHost.size());
    name.project = parts[1];
    name.repository = parts[2];
    for (std::size_t i = 3; i < parts.size(); ++i)
        name.image += (name.image.empty() ? "" : "/") + std::string(parts[i]);
    if (!isPart(name.region) || !isPart(name.project) || !isPart(name.repository))
        return std::nullopt;
    return name;
}

void ImageClient::images(const std::string &repository, Reply<std::vector<Image>> reply)
{
    const std::optional<ImageName> name = parseImage(repository);
    if (!name)
        return m_api.refuse(std::move(reply), Error{ErrorCode::FlowBadValue,
                                                    repository.substr(0, 200),
                                                    "it is no repository of Artifact Registry",
                                                    {},
                                                    "Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE."});
    ApiCall call;
    call.url = "https://artifactregistry.googleapis.com/v1/projects/" + name->project + "/locations/" +
               name->region + "/repositories/" + name->repository + "/dockerImages?pageSize=500";
    call.subject = repository;
    const std::string prefix = std::string(name->region) + std::string(kHost) + "/" + name->project + "/" +
                               name->repository + "/" + name->image;
    readPages(m_api, std::move(call), "dockerImages", kMostImages,
              asValues<Image>(readImage, [prefix, wantsAll = name->image.empty(),
                                          reply = std::move(reply)](auto images) {
                  if (!images)
                      return reply(images.error());
                  if (!wantsAll)
                      std::erase_if(*images, [&](const Image &one) {
                          return one.uri.substr(0, one.uri.find('@')) != prefix;
                      });
                  std::stable_sort(images->begin(), images->end(),
                                   [](const Image &a, const Image &b) { return a.uploaded > b.uploaded; });
                  reply(std::move(images));
              }));
}

} // namespace batuta::cloud
