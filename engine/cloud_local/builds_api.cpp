// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Cloud Build, and the images that builds have made, as Artifact Registry lists them.
#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/names.h"

#include <algorithm>
#include <set>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

std::string regionOf(const Call &call)
{
    return call["r"].empty() ? "global" : call["r"];
}

std::string buildKey(const Call &call)
{
    return call.project() + "/" + regionOf(call) + "/" + call["id"];
}

Value operationOf(const Value &build)
{
    const std::string &id = build["id"].asString();
    Object operation{{"name", "operations/build/" + build["projectId"].asString() + "/" + base64(id)},
                     {"metadata", Object{{"@type", "type.googleapis.com/google.devtools.cloudbuild.v1."
                                                   "BuildOperationMetadata"},
                                         {"build", build}}}};
    if (!build["finishTime"].isNull()) {
        operation.set("done", true);
        operation.set("response", build);
    }
    return operation;
}

/// The archive of a storage source, or why it cannot be built.
Outcome<std::string> archiveOf(const Call &call, const Value &source)
{
    const std::string &bucket = source["bucket"].asString();
    const std::string &object = source["object"].asString();
    if (bucket.empty() || object.empty())
        return invalid(
            Violations{{"source.storageSource", "bucket and object are required: the local cloud builds "
                                                "from uploaded archives."}});
    if (!call.cloud.documents->find("object", bucket + "/" + object))
        return missing("Object gs://" + bucket + "/" + object + " does not exist.");
    return call.cloud.builds.objectFile(bucket, object);
}

Value newBuild(Call &call, const Value &given)
{
    const std::string id = newUuid();
    const std::string project = call.project();
    Value build = Object{
        {"name", "projects/" + projectNumber(project) + "/locations/" + regionOf(call) + "/builds/" + id},
        {"id", id},
        {"projectId", project},
        {"status", "QUEUED"},
        {"createTime", call.cloud.now()},
        {"timeout", "3600s"},
        {"logsBucket", "gs://" + projectNumber(project) + ".cloudbuild-logs.googleusercontent.com"},
        {"logUrl", "http://127.0.0.1:" + std::to_string(call.cloud.port) + "/builds/log-" + id + ".txt"}};
    for (const char *name : {"source", "steps", "images", "tags", "substitutions", "serviceAccount"})
        if (!given[name].isNull())
            build.object().set(name, given[name]);
    // gcloud streams logs by TLS alone, unless it is told that they are elsewhere.
    build.object().set("options", Object{{"logging", call.request.isTls ? "LEGACY" : "CLOUD_LOGGING_ONLY"}});
    return build;
}

Answer createBuild(Call &call)
{
    const auto archive = archiveOf(call, call.body["source"]["storageSource"]);
    if (!archive)
        return answerOf(archive.error());
    Value build = newBuild(call, call.body);
    const std::string key = call.project() + "/" + regionOf(call) + "/" + build["id"].asString();
    call.cloud.documents->put("build", key, build);
    call.cloud.builds.start(key, *archive);
    return ok(operationOf(build));
}

/// Run's own way to a build: `builds:submit`.
Answer submitBuild(Call &call)
{
    const auto archive = archiveOf(call, call.body["storageSource"]);
    if (!archive)
        return answerOf(archive.error());
    const std::string &image = call.body["imageUri"].asString();
    if (image.empty())
        return answerOf(invalid(Violations{{"imageUri", "is required."}}).value());
    Value build = newBuild(call, Object{{"source", Object{{"storageSource", call.body["storageSource"]}}},
                                        {"images", json::Array{image}},
                                        {"tags", call.body["tags"]}});
    const std::string key = call.project() + "/" + regionOf(call) + "/" + build["id"].asString();
    call.cloud.documents->put("build", key, build);
    call.cloud.builds.start(key, *archive);
    return ok(Object{{"buildOperation", operationOf(build)}});
}

Answer readBuild(Call &call)
{
    const Value *build = call.cloud.documents->find("build", buildKey(call));
    return build ? ok(*build)
                 : answerOf(missing("Requested entity was not found: build " + call["id"] + ".").value());
}

Answer cancelBuild(Call &call)
{
    if (!call.cloud.documents->find("build", buildKey(call)))
        return readBuild(call);
    if (!call.cloud.builds.cancel(buildKey(call)))
        return answerOf(precondition("The build has ended.").value());
    return readBuild(call);
}

Answer listBuilds(Call &call)
{
    std::vector<const Value *> builds;
    for (const auto &[key, build] :
         call.cloud.documents->list("build", call.project() + "/" + regionOf(call) + "/"))
        builds.push_back(build);
    std::sort(builds.begin(), builds.end(), [](const Value *a, const Value *b) {
        return (*a)["createTime"].asString() > (*b)["createTime"].asString();
    });
    const Page page = pageOf(call, builds.size(), 1000);
    json::Array shown;
    for (std::size_t i = page.from; i < page.to; ++i)
        shown.push_back(*builds[i]);
    Object body{{"builds", std::move(shown)}};
    if (!page.next.empty())
        body.set("nextPageToken", page.next);
    return ok(std::move(body));
}

Answer readOperation(Call &call)
{
    const std::string id = fromBase64(call["id"]).value_or(std::string());
    for (const auto &[key, build] : call.cloud.documents->list("build", call.project() + "/"))
        if ((*build)["id"].asString() == id)
            return ok(operationOf(*build));
    return answerOf(missing("Requested entity was not found.").value());
}

/// Images of a repository: `REGION-docker.pkg.dev/P/REPO/…`, or `gcr.io/P/…` for the repository gcr.io.
Answer listImages(Call &call)
{
    const std::string &repository = call["repo"];
    const std::string start = repository == "gcr.io"
                                  ? "gcr.io/" + call.project() + "/"
                                  : call["r"] + "-docker.pkg.dev/" + call.project() + "/" + repository + "/";
    const std::string parent =
        "projects/" + call.project() + "/locations/" + call["r"] + "/repositories/" + repository;
    json::Array images;
    for (const auto &[key, image] : call.cloud.documents->list("image", start)) {
        json::Array tags;
        for (const auto &[tagged, tag] :
             call.cloud.documents->list("image-tag", (*image)["name"].asString() + ":"))
            if ((*tag)["digest"] == (*image)["digest"])
                tags.push_back((*tag)["tag"]);
        std::string name(key.substr(start.size()));
        images.push_back(Object{{"name", parent + "/dockerImages/" + name},
                                {"uri", key},
                                {"tags", std::move(tags)},
                                {"imageSizeBytes", std::to_string((*image)["bytes"].asInteger())},
                                {"uploadTime", (*image)["uploadTime"]},
                                {"updateTime", (*image)["uploadTime"]},
                                {"mediaType", "application/vnd.oci.image.manifest.v1+json"}});
    }
    const Page page = pageOf(call, images.size(), 1000);
    Object body{{"dockerImages", json::Array(images.begin() + static_cast<std::ptrdiff_t>(page.from),
                                             images.begin() + static_cast<std::ptrdiff_t>(page.to))}};
    if (!page.next.empty())
        body.set("nextPageToken", page.next);
    return ok(std::move(body));
}

/// The repositories that were made, or that images were built into.
std::set<std::string> repositories(const Call &call)
{
    std::set<std::string> names;
    const std::string start = call["r"] + "-docker.pkg.dev/" + call.project() + "/";
    for (const auto &[key, image] : call.cloud.documents->list("image", start))
        names.insert(std::string(key.substr(start.size(), key.find('/', start.size()) - start.size())));
    if (call.cloud.documents->count("image", "gcr.io/" + call.project() + "/") > 0)
        names.insert("gcr.io");
    const std::string made = call.project() + "/" + call["r"] + "/";
    for (const auto &[key, ignored] : call.cloud.documents->list("repository", made))
        names.insert(std::string(key.substr(made.size())));
    return names;
}

Value repositoryOf(const Call &call, const std::string &name)
{
    return Object{
        {"name", "projects/" + call.project() + "/locations/" + call["r"] + "/repositories/" + name},
        {"format", "DOCKER"},
        {"mode", "STANDARD_REPOSITORY"}};
}

Answer listRepositories(Call &call)
{
    json::Array found;
    for (const std::string &name : repositories(call))
        found.push_back(repositoryOf(call, name));
    return ok(Object{{"repositories", std::move(found)}});
}

Answer readRepository(Call &call)
{
    if (!repositories(call).contains(call["repo"]))
        return answerOf(missing("Requested entity was not found: repository " + call["repo"] + ".").value());
    return ok(repositoryOf(call, call["repo"]));
}

Answer createRepository(Call &call)
{
    const std::string name(call.query("repositoryId"));
    if (!isServiceName(name) && name != "gcr.io")
        return answerOf(
            invalid(Violations{{"repositoryId", "'" + name + "' is not the name of a repository."}}).value());
    if (repositories(call).contains(name))
        return answerOf(Refusal{409, "ALREADY_EXISTS", "the repository already exists"});
    call.cloud.documents->put("repository", call.project() + "/" + call["r"] + "/" + name, Object{});
    return ok(Object{
        {"name", "projects/" + call.project() + "/locations/" + call["r"] + "/operations/" + newUuid()},
        {"done", true},
        {"response", repositoryOf(call, name)}});
}

/// Whose rights a build has when nobody says: that of Compute Engine, as in new projects.
Answer defaultAccount(Call &call)
{
    const std::string number = projectNumber(call.project());
    return ok(
        Object{{"name", "projects/" + call.project() + "/locations/" + call["r"] + "/defaultServiceAccount"},
               {"serviceAccountEmail", "projects/" + call.project() + "/serviceAccounts/" + number +
                                           "-compute@developer.gserviceaccount.com"}});
}

} // namespace

void addBuilds(Routes &routes)
{
    const Routes own{
        {Api::Build, "POST", "/v1/projects/{p}/locations/{r}/builds", createBuild},
        {Api::Build, "POST", "/v1/projects/{p}/builds", createBuild},
        {Api::Build, "GET", "/v1/projects/{p}/locations/{r}/builds", listBuilds},
        {Api::Build, "GET", "/v1/projects/{p}/builds", listBuilds},
        {Api::Build, "GET", "/v1/projects/{p}/locations/{r}/builds/{id}", readBuild},
        {Api::Build, "GET", "/v1/projects/{p}/builds/{id}", readBuild},
        {Api::Build, "POST", "/v1/projects/{p}/locations/{r}/builds/{id}:cancel", cancelBuild},
        {Api::Build, "POST", "/v1/projects/{p}/builds/{id}:cancel", cancelBuild},
        {Api::Build, "GET", "/v1/operations/build/{p}/{id}", readOperation},
        {Api::Run, "POST", "/v2/projects/{p}/locations/{r}/builds:submit", submitBuild},
        {Api::Build, "GET", "/v1/projects/{p}/locations/{r}/defaultServiceAccount", defaultAccount},
        {Api::Artifacts, "GET", "/v1/projects/{p}/locations/{r}/repositories", listRepositories},
        {Api::Artifacts, "POST", "/v1/projects/{p}/locations/{r}/repositories", createRepository},
        {Api::Artifacts, "GET", "/v1/projects/{p}/locations/{r}/repositories/{repo}", readRepository},
        {Api::Artifacts, "GET", "/v1/projects/{p}/locations/{r}/repositories/{repo}/dockerImages",
         listImages},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
