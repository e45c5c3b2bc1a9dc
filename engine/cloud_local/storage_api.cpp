// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// As much of Cloud Storage as builds need: buckets, uploads in one or two requests, reading.
#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/names.h"
#include "engine/json/json.h"

#include <charconv>
#include <filesystem>
#include <fstream>

namespace batuta::cloud_local {
namespace {

namespace fs = std::filesystem;
using json::Object;
using json::Value;

Answer noBucket(const std::string &bucket)
{
    return answerOf(missing("The specified bucket does not exist: " + bucket + ".").value());
}

Value bucketOf(const Cloud &cloud, const std::string &name, const std::string &project)
{
    return Object{{"kind", "storage#bucket"},
                  {"id", name},
                  {"name", name},
                  {"selfLink", "https://www.googleapis.com/storage/v1/b/" + name},
                  {"projectNumber", projectNumber(project)},
                  {"location", "US"},
                  {"storageClass", "STANDARD"},
                  {"timeCreated", cloud.now()},
                  {"project", project}};
}

Answer createBucket(Call &call)
{
    const std::string &name = call.body["name"].asString();
    if (name.empty() || name.size() > 222 || name.find('/') != std::string::npos)
        return answerOf(invalid("Invalid bucket name: '" + name + "'").value());
    if (call.cloud.documents->find("bucket", name))
        return answerOf(Refusal{409, "ALREADY_EXISTS",
                                "Your previous request to create the named bucket succeeded and "
                                "you already own it."});
    Value bucket = bucketOf(call.cloud, name, std::string(call.query("project")));
    call.cloud.documents->put("bucket", name, bucket);
    return ok(std::move(bucket));
}

Answer readBucket(Call &call)
{
    const Value *bucket = call.cloud.documents->find("bucket", call["b"]);
    return bucket ? ok(*bucket) : noBucket(call["b"]);
}

Answer listBuckets(Call &call)
{
    json::Array items;
    const std::string number = projectNumber(call.query("project"));
    for (const auto &[name, bucket] : call.cloud.documents->list("bucket", call.query("prefix")))
        if ((*bucket)["projectNumber"].asString() == number)
            items.push_back(*bucket);
    return ok(Object{{"kind", "storage#buckets"}, {"items", std::move(items)}});
}

/// Writes the bytes and keeps what is known of them.
Answer store(Call &call, const std::string &bucket, const std::string &name, std::string_view bytes)
{
    const std::string path = call.cloud.builds.objectFile(bucket, name);
    if (path.empty())
        return answerOf(
            Refusal{503, "UNAVAILABLE", "The local cloud keeps no files: start it with a directory."});
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush())
        return answerOf(Refusal{503, "UNAVAILABLE", "The object cannot be written."});
    const std::string generation = std::to_string(call.cloud.clock.wall().time_since_epoch().count());
    Value object = Object{{"kind", "storage#object"},
                          {"id", bucket + "/" + name + "/" + generation},
                          {"name", name},
                          {"bucket", bucket},
                          {"generation", generation},
                          {"metageneration", "1"},
                          {"size", std::to_string(bytes.size())},
                          {"timeCreated", call.cloud.now()},
                          {"updated", call.cloud.now()},
                          {"storageClass", "STANDARD"}};
    call.cloud.documents->put("object", bucket + "/" + name, object);
    return ok(std::move(object));
}

/// The second part of multipart/related; clients end lines with LF or CRLF, and quote the boundary as they
/// like.
std::optional<std::pair<Value, std::string_view>> parts(std::string_view contentType, std::string_view body)
{
    std::size_t at = contentType.find("boundary=");
    if (at == std::string_view::npos)
        return std::nullopt;
    std::string_view boundary = contentType.substr(at + 9);
    if (!boundary.empty() && (boundary.front() == '\'' || boundary.front() == '"')) {
        const std::size_t end = boundary.find(boundary.front(), 1);
        boundary = boundary.substr(1, end == std::string_view::npos ? end : end - 1);
    } else {
        boundary = boundary.substr(0, boundary.find(';'));
    }
    const std::string mark = "--" + std::string(boundary);
    std::vector<std::string_view> found;
    for (std::size_t from = body.find(mark); from != std::string_view::npos && found.size() < 3;) {
        from += mark.size();
        const std::size_t next = body.find("\n" + mark, from);
        if (next == std::string_view::npos)
            break;
        std::string_view part = body.substr(from, next - from);
        if (part.ends_with('\r'))
            part.remove_suffix(1);
        const std::size_t crlf = part.find("\r\n\r\n");
        const std::size_t lf = part.find("\n\n");
        const std::size_t head = std::min(crlf == std::string_view::npos ? crlf : crlf + 4,
                                          lf == std::string_view::npos ? lf : lf + 2);
        if (head == std::string_view::npos)
            return std::nullopt;
        found.push_back(part.substr(head));
        from = next + 1;
    }
    if (found.size() != 2)
        return std::nullopt;
    auto about = json::parse(found[0]);
    if (!about)
        return std::nullopt;
    return std::pair(std::move(*about), found[1]);
}

Answer upload(Call &call)
{
    const std::string bucket = call["b"];
    if (!call.cloud.documents->find("bucket", bucket))
        return noBucket(bucket);
    std::string name(call.query("name"));
    const std::string_view kind = call.query("uploadType");
    if (kind == "multipart") {
        const auto both = parts(call.request.header("Content-Type"), call.request.body);
        if (!both)
            return answerOf(invalid("Malformed multipart body.").value());
        if (name.empty())
            name = both->first["name"].asString();
        if (name.empty())
            return answerOf(invalid("Required object name.").value());
        return store(call, bucket, name, both->second);
    }
    if (name.empty() && !call.request.body.empty() && kind == "resumable")
        if (const auto about = json::parse(call.request.body))
            name = (*about)["name"].asString();
    if (name.empty())
        return answerOf(invalid("Required object name.").value());
    if (kind != "resumable")
        return store(call, bucket, name, call.request.body);
    const std::string id = randomHex(16);
    call.cloud.documents->put("upload", id, Object{{"bucket", bucket}, {"name", name}});
    Answer answer = okText({}, "application/json");
    answer.headers.emplace_back("Location", (call.request.isTls ? "https://" : "http://") +
                                                std::string(call.request.header("Host")) +
                                                "/resumable/upload/storage/v1/b/" + bucket +
                                                "/o?uploadType=resumable&upload_id=" + id);
    return answer;
}

Answer resume(Call &call)
{
    const std::string id(call.query("upload_id"));
    const Value *known = call.cloud.documents->find("upload", id);
    if (!known)
        return answerOf(missing("The upload is not known.").value());
    const std::string_view range = call.request.header("Content-Range");
    if (!range.empty() && !range.starts_with("bytes 0-") && !range.starts_with("bytes */"))
        return answerOf(invalid("The whole object is taken in one request.").value());
    const std::string bucket = (*known)["bucket"].asString();
    const std::string name = (*known)["name"].asString();
    call.cloud.documents->erase("upload", id);
    return store(call, bucket, name, call.request.body);
}

Answer noObject(const std::string &bucket, const std::string &name)
{
    return answerOf(missing("No such object: " + bucket + "/" + name).value());
}

/// Bytes, whole or from where `Range: bytes=N-` says.
Answer bytes(const Call &call, std::string text, std::string contentType)
{
    const std::string_view range = call.request.header("Range");
    if (!range.starts_with("bytes="))
        return okText(std::move(text), std::move(contentType));
    std::size_t from = 0;
    std::from_chars(range.data() + 6, range.data() + range.size(), from);
    if (from >= text.size()) {
        Answer answer = okText({}, "text/plain");
        answer.status = 416;
        answer.headers.emplace_back("Content-Range", "bytes */" + std::to_string(text.size()));
        return answer;
    }
    const std::string about = "bytes " + std::to_string(from) + "-" + std::to_string(text.size() - 1) + "/" +
                              std::to_string(text.size());
    Answer answer = okText(text.substr(from), std::move(contentType));
    answer.status = 206;
    answer.headers.emplace_back("Content-Range", about);
    return answer;
}

Answer readObject(Call &call)
{
    const Value *object = call.cloud.documents->find("object", call["b"] + "/" + call["o"]);
    if (!object)
        return noObject(call["b"], call["o"]);
    if (call.query("alt") != "media")
        return ok(*object);
    auto text = readFile(call.cloud.builds.objectFile(call["b"], call["o"]), 1ULL << 30);
    return text ? bytes(call, std::move(*text), "application/octet-stream") : noObject(call["b"], call["o"]);
}

Answer deleteObject(Call &call)
{
    if (!call.cloud.documents->erase("object", call["b"] + "/" + call["o"]))
        return noObject(call["b"], call["o"]);
    std::error_code error;
    fs::remove(call.cloud.builds.objectFile(call["b"], call["o"]), error);
    Answer answer = okText({}, "application/json");
    answer.status = 204;
    return answer;
}

Answer listObjects(Call &call)
{
    if (!call.cloud.documents->find("bucket", call["b"]))
        return noBucket(call["b"]);
    json::Array items;
    for (const auto &[key, object] :
         call.cloud.documents->list("object", call["b"] + "/" + std::string(call.query("prefix"))))
        items.push_back(*object);
    return ok(Object{{"kind", "storage#objects"}, {"items", std::move(items)}});
}

/// `GET /BUCKET/log-ID.txt`: the log of a build, while it runs, too.
Answer readLog(Call &call)
{
    const std::string name = call["o"];
    if (!name.starts_with("log-") || !name.ends_with(".txt"))
        return noObject(call["b"], name);
    const std::string id = name.substr(4, name.size() - 8);
    for (const auto &[key, build] : call.cloud.documents->list("build"))
        if ((*build)["id"].asString() == id)
            return bytes(call, call.cloud.builds.log(std::string(key)), "text/plain");
    return noObject(call["b"], name);
}

} // namespace

void addStorage(Routes &routes)
{
    const Routes own{
        {Api::Storage, "POST", "/storage/v1/b", createBucket},
        {Api::Storage, "GET", "/storage/v1/b", listBuckets},
        {Api::Storage, "GET", "/storage/v1/b/{b}", readBucket},
        {Api::Storage, "GET", "/storage/v1/b/{b}/o", listObjects},
        {Api::Storage, "GET", "/storage/v1/b/{b}/o/{o*}", readObject},
        {Api::Storage, "DELETE", "/storage/v1/b/{b}/o/{o*}", deleteObject},
        {Api::Storage, "POST", "/upload/storage/v1/b/{b}/o", upload, true},
        {Api::Storage, "POST", "/resumable/upload/storage/v1/b/{b}/o", upload, true},
        {Api::Storage, "PUT", "/resumable/upload/storage/v1/b/{b}/o", resume, true},
        {Api::Storage, "PUT", "/upload/storage/v1/b/{b}/o", resume, true},
        {Api::Storage, "GET", "/{b}/{o}", readLog},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
