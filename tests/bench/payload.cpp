// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A payload of 10 MB in its viewer: to the first picture, to its tree, a search over all of it, a scroll.
// Prints milliseconds of the thread's own CPU. `bench_payload N` takes N MB.
#include "views/theme/theme.h"
#include "views/widgets/payload/payload_view.h"

#include <QApplication>
#include <QScrollBar>
#include <QTreeView>

#include <cstdio>
#include <ctime>
#include <functional>

using namespace batuta::views;

namespace {

double cpuMillis()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

void measure(const char *name, const std::function<void()> &act)
{
    const double before = cpuMillis();
    act();
    std::printf("%-52s %8.2f ms\n", name, cpuMillis() - before);
}

std::string payload(std::size_t bytes)
{
    std::string text = R"({"items":[)";
    for (int i = 0; text.size() < bytes; ++i)
        text += (i > 0 ? "," : "") + std::string(R"({"id":)") + std::to_string(i) + R"(,"name":"Profissão )" +
                std::to_string(i * 7919) + R"(","score":0.8125,"tags":["a","b"],"active":true,"note":null})";
    return text + R"(],"last":"needle"})";
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme;
    theme.install();
    const int megabytes = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10;
    const std::string body = payload(static_cast<std::size_t>(megabytes) * 1'000'000);
    std::printf("%.1f MB of JSON\n", static_cast<double>(body.size()) / 1e6);
    PayloadView view;
    view.resize(400, 500);
    view.show();
    view.grab();
    measure("open, indented, to the first picture", [&] {
        view.setPayload({"HTTP/1.1 200", body, {}, "payload", false});
        view.grab();
    });
    measure("scroll to the middle", [&] {
        view.rows().verticalScrollBar()->setValue(view.rows().verticalScrollBar()->maximum() / 2);
        view.grab();
    });
    measure("search over all of it, and its picture", [&] {
        view.find("NEEDLE");
        view.grab();
    });
    measure("as a tree, to the first picture", [&] {
        view.setMode(PayloadView::Mode::Tree);
        view.grab();
    });
    measure("search in the tree, unfolded to the place", [&] {
        view.find("Profiss\u00e3o 79190001");
        view.grab();
    });
    measure("raw, to the first picture", [&] {
        view.find({});
        view.setMode(PayloadView::Mode::Raw);
        view.grab();
    });
    return 0;
}
