// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cloud_local/cloud_house.h"

#include "engine/base/text.h"

#include <fstream>

namespace batuta::tests {

std::string CloudAnswer::words() const
{
    const json::Value &error = body["error"];
    if (!error.isObject())
        return std::to_string(status);
    return std::to_string(status) + " " + error["status"].asString() + ": " + error["message"].asString();
}

std::string CloudAnswer::header(std::string_view name) const
{
    for (const auto &[known, value] : headers)
        if (equalIgnoringCase(known, name))
            return value;
    return {};
}

CloudHouse::CloudHouse(cloud_local::LocalCloudOptions options)
    : m_options(std::move(options))
{
    const std::string program = FLEET_PROGRAM;
    std::string images = "images:\n";
    for (const std::string name : {"good", "deaf", "exit", "failing"})
        images += "  " + name + ":\n    command: [\"" + program + "\"]\n    env: {BEHAVIOUR: \"" +
                  (name == "good" ? "" : name) + "\"}\n";
    write("images.yaml", images + "  gone: {command: [/does/not/exist]}\n");
    write("secrets.env", "DB_PASSWORD=hunter2\n");
    m_options.directory = folder() + "/state";
    m_options.images = folder() + "/images.yaml";
    m_options.secretsFile = folder() + "/secrets.env";
    m_options.project = "demo-proj";
    m_options.fleet.grace = std::chrono::seconds(2);
    opened = again();
}

CloudHouse::~CloudHouse()
{
    if (!cloud)
        return;
    bool gone = false;
    cloud->stop([&] { gone = true; });
    run.runUntil([&] { return gone; });
}

Status CloudHouse::again()
{
    cloud.reset();
    auto made = cloud_local::LocalCloud::open(run.loop, m_clock, m_options);
    if (!made)
        return made.error();
    cloud = std::move(*made);
    return {};
}

void CloudHouse::write(const std::string &name, const std::string &text) const
{
    std::ofstream(folder() + "/" + name, std::ios::binary) << text;
}

std::string CloudHouse::path(const std::string &rest)
{
    return "/apis/serving.knative.dev/v1/namespaces/demo-proj/services" + rest;
}

CloudAnswer CloudHouse::ask(const std::string &method, const std::string &host, const std::string &target,
                            const json::Value &body, const net::Headers &headers)
{
    net::Headers all = headers;
    if (!body.isNull())
        all.emplace_back("Content-Type", "application/json");
    return askText(method, host, target, body.isNull() ? std::string() : json::write(body), all);
}

CloudAnswer CloudHouse::askText(const std::string &method, const std::string &host, const std::string &target,
                                const std::string &body, const net::Headers &headers)
{
    net::HttpRequest request;
    request.method = method;
    request.url = cloud->url() + target;
    request.headers = headers;
    if (!host.empty())
        request.headers.emplace_back("Host", host + ".googleapis.com");
    request.body = body;
    const auto outcome = run.fetch(std::move(request));
    CloudAnswer answer;
    if (!outcome) {
        answer.text = errorText(outcome.error().error);
        return answer;
    }
    answer.status = outcome->status;
    answer.text = outcome->body;
    answer.headers = outcome->headers;
    if (auto value = json::parse(outcome->body))
        answer.body = std::move(*value);
    return answer;
}

json::Value CloudHouse::service(const std::string &name, const std::string &image)
{
    const auto text = R"({"apiVersion":"serving.knative.dev/v1","kind":"Service",
        "metadata":{"name":")" +
                      name + R"(","namespace":"demo-proj","labels":{},"annotations":{
            "run.googleapis.com/client-name":"gcloud","run.googleapis.com/client-version":"528.0.0"}},
        "spec":{"template":{"metadata":{"labels":{"client.knative.dev/nonce":"fhybjrezic"},
            "annotations":{"autoscaling.knative.dev/maxScale":"3","run.googleapis.com/startup-cpu-boost":"True"}},
            "spec":{"containers":[{"image":")" +
                      image + R"(","name":"","env":[{"name":"A","value":"1"}],
            "resources":{"limits":{"cpu":"1","memory":"512Mi"},"requests":{}}}],"nodeSelector":{},
            "timeoutSeconds":540}}},"status":{"address":{}}})";
    return json::parse(text).value_or(json::Value());
}

json::Value CloudHouse::deploy(const std::string &name, const std::string &image)
{
    return settled(ask("POST", "us-east1-run", path(), service(name, image)).body);
}

json::Value CloudHouse::settled(const json::Value &object)
{
    const std::string &id = object["metadata"]["annotations"]["run.googleapis.com/operation-id"].asString();
    if (id.empty())
        return object;
    ask("POST", "us-east1-run", "/v1/projects/demo-proj/locations/us-east1/operations/" + id + ":wait",
        json::Object{{"timeout", "8s"}});
    return read(object["metadata"]["name"].asString());
}

json::Value CloudHouse::read(const std::string &name)
{
    return ask("GET", "us-east1-run", path("/" + name)).body;
}

std::string CloudHouse::get(const std::string &url, const net::Headers &headers)
{
    net::HttpRequest request;
    request.url = url;
    request.headers = headers;
    return outcomeText(run.fetch(std::move(request)));
}

void CloudHouse::open(const std::string &service)
{
    ask("POST", "run", "/v1/projects/demo-proj/locations/us-east1/services/" + service + ":setIamPolicy",
        *json::parse(R"({"policy":{"bindings":[{"role":"roles/run.invoker","members":["allUsers"]}]}})"));
}

std::string conditionWords(const json::Value &object)
{
    std::string words;
    for (const json::Value &condition : object["status"]["conditions"].asArray())
        words +=
            (words.empty() ? "" : ", ") + condition["type"].asString() + " " + condition["status"].asString();
    return words;
}

} // namespace batuta::tests
