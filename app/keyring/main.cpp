// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// batuta-keyring: reads one JSON request from standard input, {"act": "get" | "set" | "remove", "workspace":
// ID, "secrets": [{"environment", "name", "value"}]}, does it in the Secret Service of this session, and
// writes {"values":
// [...]} to standard output. Values are in no argument and no message. It belongs to
// engine/secrets/keyring.h.
#include "engine/base/core_files.h"
#include "engine/json/json.h"

#include <libsecret/secret.h>

#include <iostream>
#include <iterator>
#include <memory>

namespace {

using namespace batuta;

const SecretSchema kSchema = {"dev.batuta.Secret",
                              SECRET_SCHEMA_NONE,
                              {{"workspace", SECRET_SCHEMA_ATTRIBUTE_STRING},
                               {"environment", SECRET_SCHEMA_ATTRIBUTE_STRING},
                               {"name", SECRET_SCHEMA_ATTRIBUTE_STRING},
                               {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
                              0,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr};

struct Free
{
    void operator()(GHashTable *table) const { g_hash_table_unref(table); }
    void operator()(GError *error) const { g_error_free(error); }
    void operator()(gchar *password) const { secret_password_free(password); }
};

using Attributes = std::unique_ptr<GHashTable, Free>;

Attributes attributesOf(const std::string &workspace, const json::Value &secret)
{
    const std::string environment = secret["environment"].asString();
    const std::string name = secret["name"].asString();
    return Attributes(secret_attributes_build(&kSchema, "workspace", workspace.c_str(), "environment",
                                              environment.c_str(), "name", name.c_str(), nullptr));
}

/// One secret; its value for `get`. False after saying what went wrong.
bool act(const std::string &what, const std::string &workspace, const json::Value &secret,
         json::Array &values)
{
    const Attributes attributes = attributesOf(workspace, secret);
    GError *failure = nullptr;
    if (what == "get") {
        const std::unique_ptr<gchar, Free> found(
            secret_password_lookupv_sync(&kSchema, attributes.get(), nullptr, &failure));
        values.emplace_back(found ? json::Value(std::string(found.get())) : json::Value());
    } else if (what == "set") {
        const std::string label =
            "Batuta: " + secret["name"].asString() + " (" + secret["environment"].asString() + ")";
        secret_password_storev_sync(&kSchema, attributes.get(), SECRET_COLLECTION_DEFAULT, label.c_str(),
                                    secret["value"].asString().c_str(), nullptr, &failure);
    } else {
        secret_password_clearv_sync(&kSchema, attributes.get(), nullptr, &failure);
    }
    const std::unique_ptr<GError, Free> error(failure);
    if (error)
        std::cerr << error->message << '\n';
    return !error;
}

} // namespace

int main()
{
    forbidCoreFiles();
    const std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    const Result<json::Value> request = json::parse(text);
    if (!request || !(*request)["act"].isString() || !(*request)["secrets"].isArray()) {
        std::cerr << "a request in JSON is wanted on standard input\n";
        return 2;
    }
    json::Array values;
    for (const json::Value &secret : (*request)["secrets"].asArray())
        if (!act((*request)["act"].asString(), (*request)["workspace"].asString(), secret, values))
            return 1;
    std::cout << json::write(json::Object{{"values", json::Value(std::move(values))}}) << '\n';
    return 0;
}
