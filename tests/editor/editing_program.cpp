// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Edits the flow of tests/editor/flow_workspace.h forty times a second until it is killed: line 2 counts, and
// each number is told on standard output once the document has it.
#include "views/models/document/flow_files.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace batuta;
using namespace batuta::views;

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    const std::string workspace = argc > 1 ? argv[1] : ".";
    FlowFiles files({workspace, "night", workspace + "/flows/ml/night.yaml"}, "reload");
    QTimer keys;
    int number = 0;
    QObject::connect(&keys, &QTimer::timeout, &keys, [&] {
        const std::string line = "# " + std::to_string(++number) + "\n";
        files.document()->change("type", edit::TextEdits{{{0, 0}, line}});
        std::printf("%d\n", number);
        std::fflush(stdout);
    });
    QObject::connect(&files, &FlowFiles::opened, &keys, [&] { keys.start(25); });
    files.open();
    return QCoreApplication::exec();
}
