// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/option_groups.h"

#include <CLI/CLI.hpp>

namespace batuta::cli {

void cloudLocalOptions(CLI::App &app, Options &options)
{
    CloudLocalWords &words = options.cloudLocal;
    addWorkspace(app, options);
    app.add_option("--port", words.port, "Port of the APIs on 127.0.0.1; 0 picks a free one")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    app.add_option("--directory", words.directory,
                   "Where its state is kept (default: <workspace>/.batuta/cloud)");
    app.add_option("--images", words.images, "What image names stand for (default: <workspace>/images.yaml)");
    app.add_option("--secrets", words.secrets, "File with NAME=value lines: what secret references give");
    app.add_option("--region", words.region, "Where a request names none")->capture_default_str();
    app.add_option("--project", words.project, "The project of gcloud.env and of the metadata server")
        ->capture_default_str();
    app.add_flag("--require-token", words.wantsToken, "Answer 401 to tokens that were not issued here");
}

} // namespace batuta::cli
