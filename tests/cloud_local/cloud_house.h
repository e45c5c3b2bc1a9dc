// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/local_cloud.h"
#include "engine/json/json.h"
#include "tests/support/net/client_run.h"
#include "tests/support/net/raw_socket.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <memory>
#include <string>

namespace batuta::tests {

/// What a call of an API gave.
struct CloudAnswer
{
    int status = 0;
    json::Value body{};
    std::string text{};
    net::Headers headers{};

    /// `404 NOT_FOUND: message` of an error, else the status.
    std::string words() const;
    std::string header(std::string_view name) const;
};

/// A local cloud in a folder of its own, on a loop that runs only inside its calls, with clients on the same
/// loop. Images: `good`, `deaf` (does not listen), `exit` (ends at once), `failing` (answers 500 to all but
/// /health), `gone` (is no program).
class CloudHouse
{
public:
    explicit CloudHouse(cloud_local::LocalCloudOptions options = {});
    ~CloudHouse();

    /// `host` is the API's: `us-east1-run`, `logging`, or "" for the loopback name.
    CloudAnswer ask(const std::string &method, const std::string &host, const std::string &target,
                    const json::Value &body = {}, const net::Headers &headers = {});
    CloudAnswer askText(const std::string &method, const std::string &host, const std::string &target,
                        const std::string &body, const net::Headers &headers);
    /// A service as gcloud writes it.
    static json::Value service(const std::string &name, const std::string &image = "good");
    /// v1: creates it and waits until its operation is done; gives the object.
    json::Value deploy(const std::string &name, const std::string &image = "good");
    /// v1: waits for the operation of the object, and gives it as it is then.
    json::Value settled(const json::Value &object);
    json::Value read(const std::string &name);
    static std::string path(const std::string &rest = {});
    /// The status and body of a GET of a service's address.
    std::string get(const std::string &url, const net::Headers &headers = {});
    /// Lets everyone call the service.
    void open(const std::string &service);
    /// The cloud goes, as by kill -9 (nothing is told), and another comes in the same folder.
    Status again();
    std::string folder() const { return m_folder.path().toStdString(); }
    void write(const std::string &name, const std::string &text) const;

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    cloud_local::LocalCloudOptions m_options;

public:
    ClientRun run;
    std::unique_ptr<cloud_local::LocalCloud> cloud;
    Status opened;
};

/// `Ready True, ConfigurationsReady True …` of an object of v1.
std::string conditionWords(const json::Value &object);

} // namespace batuta::tests
