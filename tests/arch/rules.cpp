// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/arch/rules.h"

#include "tests/arch/code_text.h"
#include "tests/arch/layers.h"

#include <QRegularExpression>

namespace batuta::arch {
namespace {

struct TokenRule
{
    const char *pattern;
    const char *why;
    bool (*applies)(const QString &file);
};

bool everywhere(const QString &)
{
    return true;
}

bool isTest(const QString &file)
{
    return file.startsWith("tests/");
}

bool outsideTests(const QString &file)
{
    return !isTest(file);
}

bool inWindows(const QString &file)
{
    return (file.startsWith("views/") || file.startsWith("app/console/")) && !file.endsWith("/main.cpp");
}

bool belowWindows(const QString &file)
{
    return file.startsWith("views/models/") || (!isTest(file) && !mayUseQt(file));
}

bool inModels(const QString &file)
{
    return file.startsWith("views/models/");
}

bool withoutQt(const QString &file)
{
    return !mayUseQt(file);
}

const TokenRule kTokens[] = {
    {R"(\b(sleep_for|sleep_until|u?sleep|nanosleep|msleep)\s*\()", "nothing sleeps: wait for an event",
     everywhere},
    {R"(\b(qWait|qSleep)\s*\()", "no fixed wait: QTRY_ or a signal", everywhere},
    {R"(\b(processEvents|QEventLoop)\b)", "no nested event loop", outsideTests},
    {R"(\bwaitFor(Finished|Started|ReadyRead|BytesWritten|(Dis)?[Cc]onnected|NewConnection|Done)\s*\()",
     "nothing blocks", outsideTests},
    {R"((\.|->)exec\s*\()", "no nested event loop: open() a dialog", inWindows},
    {R"(\bQThread::terminate\b)", "threads are asked to end", everywhere},
    {R"(\bdelete\b\s*(\[|\w|\())", "owners are smart pointers or parents", everywhere},
    {R"(\b(malloc|calloc|realloc)\s*\()", "owners are containers", everywhere},
    {R"(\bstatic\s+[\w:]+\s*[*&]\s*instance\s*\()", "no singletons: pass a reference", everywhere},
    {R"(\btr\s*\()", "words for people live in views", belowWindows},
    {R"(\b(QWidget|QColor|QIcon|QPainter)\b)", "models give meaning, not looks", inModels},
    {R"(\b(Q[A-Z][a-z]\w+|Qt::\w+|Q_[A-Z]+)\b)", "no Qt in this room", withoutQt},
};

int lineOf(const QString &text, qsizetype offset)
{
    return static_cast<int>(QStringView(text).left(offset).count('\n')) + 1;
}

bool isCpp(const QString &file)
{
    return file.endsWith(".cpp") || file.endsWith(".h");
}

int lineLimit(const QString &file)
{
    if (file.endsWith("CMakeLists.txt"))
        return 80;
    if (isTest(file))
        return 600;
    return file.endsWith(".h") ? 200 : 450;
}

constexpr int kFunctionLines = 60;
constexpr int kParameters = 5;

QString includeProblem(const QString &file, const QString &included, bool quoted)
{
    if (!quoted) {
        static const QRegularExpression qt("^(Q[A-Z]|Qt)");
        return !mayUseQt(file) && qt.match(included).hasMatch() ? "no Qt in this room" : "";
    }
    if (isTest(file) && included.endsWith(".moc"))
        return {};
    const QString room = roomOf(included);
    if (room.isEmpty())
        return "write it from the root of the repository";
    return mayInclude(file, room) ? QString() : roomOf(file) + " must not know " + room;
}

} // namespace

QString shown(const Finding &finding)
{
    return QString("%1:%2: %3: %4").arg(finding.file).arg(finding.line).arg(finding.rule, finding.detail);
}

std::vector<Finding> checkIncludes(const QString &file, const QString &text)
{
    static const QRegularExpression include(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])",
                                            QRegularExpression::MultilineOption);
    std::vector<Finding> findings;
    auto matches = include.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString problem = includeProblem(file, match.captured(2), match.captured(1) == "\"");
        if (!problem.isEmpty())
            findings.push_back(
                {file, lineOf(text, match.capturedStart(2)), "layer", match.captured(2) + ": " + problem});
    }
    return findings;
}

std::vector<Finding> checkTokens(const QString &file, const QString &text)
{
    const QString code = withoutDirectives(codeOnly(text));
    std::vector<Finding> findings;
    for (const TokenRule &rule : kTokens) {
        if (!rule.applies(file))
            continue;
        auto matches = QRegularExpression(rule.pattern).globalMatch(code);
        while (matches.hasNext()) {
            const auto match = matches.next();
            findings.push_back({file, lineOf(code, match.capturedStart()), "token",
                                match.captured().simplified() + ": " + rule.why});
        }
    }
    return findings;
}

std::vector<Finding> checkSizes(const QString &file, const QString &text)
{
    std::vector<Finding> findings;
    const auto lines = static_cast<int>(text.count('\n'));
    if (lines > lineLimit(file))
        findings.push_back(
            {file, lines, "size", QString("%1 lines, limit %2").arg(lines).arg(lineLimit(file))});
    if (!isCpp(file))
        return findings;
    for (const FunctionSize &function : functionSizes(codeOnly(text))) {
        const bool isTable = isTest(file) && function.name.endsWith("_data");
        if (function.lines > kFunctionLines && !isTable)
            findings.push_back({file, function.line, "size",
                                QString("%1 has %2 lines, limit %3")
                                    .arg(function.name)
                                    .arg(function.lines)
                                    .arg(kFunctionLines)});
        if (function.parameters > kParameters)
            findings.push_back({file, function.line, "size",
                                QString("%1 has %2 parameters, limit %3")
                                    .arg(function.name)
                                    .arg(function.parameters)
                                    .arg(kParameters)});
    }
    return findings;
}

std::vector<Finding> checkHead(const QString &file, const QString &text)
{
    const QStringList lines = text.split('\n');
    std::vector<Finding> findings;
    if (!lines.value(0).contains("SPDX-"
                                 "FileCopyrightText: ") ||
        !lines.value(1).contains("SPDX-"
                                 "License-Identifier: MIT"))
        findings.push_back({file, 1, "head", "starts with the two SPDX lines"});
    if (file.endsWith(".h") && lines.value(2) != "#pragma once")
        findings.push_back({file, 3, "head", "#pragma once follows the SPDX lines"});
    return findings;
}

std::vector<Finding> checkFile(const QString &file, const QString &text)
{
    std::vector<Finding> all = checkHead(file, text);
    const auto add = [&](const std::vector<Finding> &more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    add(checkSizes(file, text));
    if (isCpp(file)) {
        add(checkIncludes(file, text));
        add(checkTokens(file, text));
    }
    return all;
}

} // namespace batuta::arch
