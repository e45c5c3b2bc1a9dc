// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/build_client.h"

#include "engine/base/uuid.h"
#include "engine/cloud/refusal.h"
#include "engine/cloud/source_pack.h"
#include "engine/json/json.h"
#include "engine/net/http_text.h"
#include "engine/net/url.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace batuta::cloud {
namespace {

constexpr std::size_t kLargestInOnePart = 5u << 20; ///< more is uploaded in a session
constexpr Duration kUploadTime = std::chrono::minutes(10);
const std::string kStorage = "https://storage.googleapis.com/";

ApiCall callTo(const std::string &method, std::string url, const std::string &subject)
{
    ApiCall call;
    call.method = method;
    call.url = std::move(url);
    call.subject = subject;
    return call;
}

/// From the upload to the last byte of the log, one thing after the other.
class BuildRun final : public std::enable_shared_from_this<BuildRun>
{
public:
    BuildRun(Api &api, BuildRequest request, BuildWatch watch, Reply<Build> reply, Duration every)
        : m_api(api)
        , m_request(std::move(request))
        , m_watch(std::move(watch))
        , m_reply(std::move(reply))
        , m_every(every)
        , m_bucket(sourceBucketOf(m_request.project))
        , m_object("source/" + randomHex(16) + ".tgz")
    {
    }
    ~BuildRun()
    {
        m_api.ground().loop.cancelTimer(m_timer);
        if (m_packer.joinable())
            m_packer.join();
    }

    void start()
    {
        m_packer = std::thread(
            [weak = weak_from_this(), loop = &m_api.ground().loop, directory = m_request.directory] {
                auto packed = std::make_shared<Result<SourcePack>>(packSource(directory));
                loop->post([weak, packed] {
                    if (const auto self = weak.lock())
                        self->packed(std::move(*packed));
                });
            });
    }

private:
    /// What comes back while this is still there; an error ends it.
    template <class T, class Next> Reply<T> then(Next next)
    {
        return [weak = weak_from_this(), next](Result<T> got) {
            const auto self = weak.lock();
            if (!self)
                return;
            if (!got)
                return self->end(got.error());
            ((*self).*next)(std::move(*got));
        };
    }
    void end(Result<Build> result)
    {
        if (const Reply<Build> reply = std::exchange(m_reply, nullptr))
            reply(std::move(result));
    }
    void packed(Result<SourcePack> pack)
    {
        if (!pack)
            return end(pack.error());
        if (m_watch.packed)
            m_watch.packed(pack->files, pack->bytes.size());
        m_bytes = std::move(pack->bytes);
        ApiCall call = callTo("GET", kStorage + "storage/v1/b/" + m_bucket, m_bucket);
        m_api.fetch(std::move(call), then<net::HttpResponse>(&BuildRun::lookedForBucket), {404});
    }
    void lookedForBucket(net::HttpResponse response)
    {
        if (response.status != 404)
            return upload({});
        ApiCall call = callTo(
            "POST", kStorage + "storage/v1/b?project=" + net::percentEncoded(m_request.project), m_bucket);
        call.body = json::Object{{"name", m_bucket}};
        m_api.json(std::move(call), then<json::Value>(&BuildRun::upload));
    }
    void upload(json::Value)
    {
        if (m_bytes.size() > kLargestInOnePart) {
            ApiCall call = callTo("POST",
                                  kStorage + "resumable/upload/storage/v1/b/" + m_bucket +
                                      "/o?uploadType=resumable&name=" + net::percentEncoded(m_object),
                                  m_bucket);
            call.body = json::Object{{"size", std::to_string(m_bytes.size())}};
            return m_api.fetch(std::move(call), then<net::HttpResponse>(&BuildRun::openedSession));
        }
        const std::string boundary = "batuta" + randomHex(16);
        ApiCall call = callTo("POST",
                              kStorage + "upload/storage/v1/b/" + m_bucket +
                                  "/o?uploadType=multipart&name=" + net::percentEncoded(m_object),
                              m_bucket);
        call.type = "multipart/related; boundary=" + boundary;
        call.bytes = "--" + boundary + "\r\nContent-Type: application/json\r\n\r\n{}\r\n--" + boundary +
                     "\r\nContent-Type: application/x-tar\r\n\r\n" + m_bytes + "\r\n--" + boundary + "--\r\n";
        call.timeout = kUploadTime;
        call.repeats = true; // the object has a name of its own
        m_api.json(std::move(call), then<json::Value>(&BuildRun::uploaded));
    }
    void openedSession(net::HttpResponse response)
    {
        const std::string *session = net::findHeader(response.headers, "Location");
        const std::string host = session == nullptr ? std::string() : hostOf(*session);
        if (host != "storage.googleapis.com") // the token goes nowhere else
            return end(Error{ErrorCode::NetProtocol, m_bucket, "the upload has no address", {}, {}});
        ApiCall call = callTo("PUT", *session, m_bucket);
        call.bytes = m_bytes;
        call.type = "application/x-tar";
        call.timeout = kUploadTime;
        m_api.json(std::move(call), then<json::Value>(&BuildRun::uploaded));
    }
    void uploaded(json::Value object)
    {
        if (object["size"].asString() != std::to_string(m_bytes.size()))
            return end(
                Error{ErrorCode::NetProtocol, m_object, "the upload has another size", {}, "Do it again."});
        m_bytes = {};
        json::Object source{{"bucket", m_bucket}, {"object", m_object}, {"generation", object["generation"]}};
        json::Object step{{"name", "gcr.io/cloud-builders/docker"},
                          {"args", json::Array{"build", "--network", "cloudbuild", "--no-cache", "-t",
                                               m_request.image, "."}}};
        ApiCall call = callTo("POST",
                              "https://cloudbuild.googleapis.com/v1/projects/" +
                                  net::percentEncoded(m_request.project) + "/locations/global/builds",
                              m_request.image);
        call.body = json::Object{{"source", json::Object{{"storageSource", std::move(source)}}},
                                 {"steps", json::Array{std::move(step)}},
                                 {"images", json::Array{m_request.image}}};
        m_api.json(std::move(call), then<json::Value>(&BuildRun::begun));
    }
    void begun(json::Value operation)
    {
        m_build = readBuild(operation["metadata"]["build"]);
        if (m_build.id.empty())
            return end(Error{ErrorCode::NetProtocol, m_request.image, "the build has no id", {}, {}});
        tell();
        later();
    }
    void tell()
    {
        if (m_watch.changed)
            m_watch.changed(m_build);
    }
    void later()
    {
        m_timer = m_api.ground().loop.startTimer(m_api.ground().clock.steady() + m_every, [this] { look(); });
    }
    void look()
    {
        m_api.json(callTo("GET",
                          "https://cloudbuild.googleapis.com/v1/projects/" +
                              net::percentEncoded(m_request.project) + "/locations/global/builds/" +
                              net::percentEncoded(m_build.id),
                          m_build.id),
                   then<json::Value>(&BuildRun::looked));
    }
    void looked(json::Value json)
    {
        const Build::Status before = m_build.status;
        m_build = readBuild(json);
        if (m_build.status != before)
            tell();
        if (m_build.logBucket.empty())
            return followed({});
        // The log is read after the state: when the build is over, what comes is all of it.
        ApiCall call =
            callTo("GET", kStorage + m_build.logBucket + "/log-" + net::percentEncoded(m_build.id) + ".txt",
                   m_build.id);
        call.headers = {{"Range", "bytes=" + std::to_string(m_told) + "-"}};
        m_api.fetch(std::move(call), then<net::HttpResponse>(&BuildRun::followed), {404, 416});
    }
    void followed(net::HttpResponse response)
    {
        std::string_view text = response.body;
        if (response.status == 200) // all of it: the server knows no ranges
            text.remove_prefix(std::min<std::size_t>(text.size(), m_told));
        if ((response.status == 200 || response.status == 206) && !text.empty()) {
            m_told += text.size();
            if (m_watch.log)
                m_watch.log(text);
        }
        if (m_build.isOver())
            return end(m_build);
        later();
    }

    Api &m_api;
    BuildRequest m_request;
    BuildWatch m_watch;
    Reply<Build> m_reply;
    Duration m_every;
    std::string m_bucket;
    std::string m_object;
    std::string m_bytes;
    Build m_build;
    std::size_t m_told = 0; ///< bytes of the log
    net::Loop::TimerId m_timer = 0;
    std::thread m_packer;
};

struct BuildHandle final : Running
{
    explicit BuildHandle(std::shared_ptr<BuildRun> of)
        : run(std::move(of))
    {
    }
    std::shared_ptr<BuildRun> run;
};

} // namespace

std::string sourceBucketOf(const std::string &project)
{
    std::string name = project;
    for (char &letter : name)
        letter = letter == '.' || letter == ':' ? '_' : letter;
    for (std::size_t at = 0; (at = name.find("google", at)) != std::string::npos;)
        name.replace(at, 6, "elgoog");
    return name + "_cloudbuild";
}

Build readBuild(const json::Value &json)
{
    Build build;
    build.project = json["projectId"].asString();
    build.id = json["id"].asString();
    build.said = json["status"].asString();
    const std::string &said = build.said;
    build.status = said == "WORKING"                               ? Build::Status::Working
                   : said == "SUCCESS"                             ? Build::Status::Success
                   : said == "CANCELLED"                           ? Build::Status::Cancelled
                   : said == "TIMEOUT" || said == "EXPIRED"        ? Build::Status::TimedOut
                   : said == "FAILURE" || said == "INTERNAL_ERROR" ? Build::Status::Failure
                                                                   : Build::Status::Pending;
    if (const std::string &why = json["failureInfo"]["detail"].asString(); !why.empty())
        build.said += ": " + citation(why);
    build.logUrl = json["logUrl"].asString();
    const std::string &logging = json["options"]["logging"].asString();
    if (logging != "CLOUD_LOGGING_ONLY" && logging != "NONE") {
        const std::string &bucket = json["logsBucket"].asString();
        build.logBucket = bucket.starts_with("gs://") ? bucket.substr(5) : bucket;
    }
    parseIsoTime(json["createTime"].asString(), build.created);
    parseIsoTime(json["finishTime"].asString(), build.finished);
    for (const json::Value &image : json["results"]["images"].asArray())
        build.images.push_back(image["name"].asString() + "@" + image["digest"].asString());
    return build;
}

std::unique_ptr<Running> BuildClient::build(const BuildRequest &request, BuildWatch watch, Reply<Build> reply,
                                            Duration every)
{
    auto run = std::make_shared<BuildRun>(m_api, request, std::move(watch), std::move(reply), every);
    run->start();
    return std::make_unique<BuildHandle>(std::move(run));
}

} // namespace batuta::cloud
