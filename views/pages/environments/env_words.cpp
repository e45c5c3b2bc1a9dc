// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/env_words.h"

#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace batuta::views {
namespace {

using environments::Finding;
using environments::UrlAnswer;
using Kind = Finding::Kind;

QString say(const char *text)
{
    return QCoreApplication::translate("EnvWords", text);
}

} // namespace

QString findingWord(const Finding &finding, const environments::Matrix &matrix)
{
    const QString where = finding.environment < matrix.environments.size()
                              ? QString::fromStdString(matrix.environments[finding.environment])
                              : QString();
    const QString detail = QCoreApplication::translate("Errors", finding.detail.c_str());
    switch (finding.kind) {
    case Kind::Missing:
        return say(QT_TRANSLATE_NOOP("EnvWords", "no value in %1")).arg(where);
    case Kind::Placeholder:
        return say(QT_TRANSLATE_NOOP("EnvWords", "the template's text is still there in %1")).arg(where);
    case Kind::NotUrl:
        return say(QT_TRANSLATE_NOOP("EnvWords", "no URL in %1: %2")).arg(where, detail);
    case Kind::BadReference:
        return say(QT_TRANSLATE_NOOP("EnvWords", "no reference to a secret in %1: %2")).arg(where, detail);
    case Kind::NoAnswer:
        return say(QT_TRANSLATE_NOOP("EnvWords", "does not work in %1: %2")).arg(where, detail);
    case Kind::Clear:
        return say(QT_TRANSLATE_NOOP("EnvWords", "http:// to another machine in %1")).arg(where);
    case Kind::Reserved:
        return say(QT_TRANSLATE_NOOP("EnvWords", "cannot be deployed from %1: %2")).arg(where, detail);
    case Kind::Unreadable:
        return say(QT_TRANSLATE_NOOP("EnvWords", "cannot be read in %1: %2")).arg(where, detail);
    case Kind::Overridden:
        return say(QT_TRANSLATE_NOOP("EnvWords", "in %1 the process has another value, which is stronger"))
            .arg(where);
    case Kind::NotDeployed:
        return say(QT_TRANSLATE_NOOP("EnvWords", "in %1 the revision %2 runs without it")).arg(where, detail);
    case Kind::DeployedOther:
        return say(QT_TRANSLATE_NOOP("EnvWords", "in %1 the revision %2 runs with another value"))
            .arg(where, detail);
    case Kind::DeployedOnly:
        return say(QT_TRANSLATE_NOOP("EnvWords", "in %1 only the revision %2 has it")).arg(where, detail);
    case Kind::Differs:
        return say(QT_TRANSLATE_NOOP("EnvWords", "another value in %1")).arg(where);
    case Kind::NotInTemplate:
        return say(QT_TRANSLATE_NOOP("EnvWords", "in %1 only, not in the template")).arg(where);
    case Kind::Unused:
        return say(QT_TRANSLATE_NOOP("EnvWords", "no flow uses it"));
    }
    return {};
}

QString breaksWord(const Finding &finding)
{
    QStringList steps;
    for (const environments::KeyUse &use : finding.breaks) {
        if (steps.size() == 3)
            break;
        const QString flow = QString::fromStdString(use.flow);
        steps << (use.step.empty()
                      ? flow
                      : QString::fromStdString(use.step) + QChar(' ') + QChar(0x2039) + ' ' + flow);
    }
    if (steps.isEmpty())
        return {};
    const int rest = static_cast<int>(finding.breaks.size()) - static_cast<int>(steps.size());
    const QString listed = steps.join(", ");
    return rest > 0
               ? QCoreApplication::translate("EnvWords", "breaks %1 and %n more", nullptr, rest).arg(listed)
               : say(QT_TRANSLATE_NOOP("EnvWords", "breaks %1")).arg(listed);
}

Status findingStatus(const Finding &finding)
{
    return finding.severity == Finding::Severity::Error     ? Status::Failed
           : finding.severity == Finding::Severity::Warning ? Status::Waiting
                                                            : Status::Running;
}

QString findingIcon(const Finding &finding)
{
    return finding.severity == Finding::Severity::Error     ? QStringLiteral("x")
           : finding.severity == Finding::Severity::Warning ? QStringLiteral("warnf")
                                                            : QStringLiteral("info");
}

QString templateWord(const environments::Row &row)
{
    if (!row.isInTemplate)
        return say(QT_TRANSLATE_NOOP("EnvWords", "not in it"));
    return row.isRequired ? say(QT_TRANSLATE_NOOP("EnvWords", "required"))
                          : say(QT_TRANSLATE_NOOP("EnvWords", "optional"));
}

QString urlWord(const UrlAnswer &answer)
{
    const QString time = durationWord(answer.total);
    switch (answer.kind) {
    case UrlAnswer::Kind::Fine:
        return say(QT_TRANSLATE_NOOP("EnvWords", "answers %1 in %2")).arg(answer.status).arg(time);
    case UrlAnswer::Kind::NotFound:
        return say(QT_TRANSLATE_NOOP("EnvWords", "nothing is under this path: %1")).arg(answer.status);
    case UrlAnswer::Kind::Trouble:
        return say(QT_TRANSLATE_NOOP("EnvWords", "in trouble: %1")).arg(answer.status);
    case UrlAnswer::Kind::NoName:
        return say(QT_TRANSLATE_NOOP("EnvWords", "the host is not known"));
    case UrlAnswer::Kind::NoAnswer:
        return say(QT_TRANSLATE_NOOP("EnvWords", "no answer"));
    case UrlAnswer::Kind::NoTrust:
        return say(QT_TRANSLATE_NOOP("EnvWords", "its certificate is not trusted"));
    case UrlAnswer::Kind::NoUrl:
        return say(QT_TRANSLATE_NOOP("EnvWords", "no URL"));
    }
    return {};
}

QString urlPhases(const UrlAnswer &answer)
{
    QStringList parts{say(QT_TRANSLATE_NOOP("EnvWords", "DNS %1")).arg(durationWord(answer.dns)),
                      say(QT_TRANSLATE_NOOP("EnvWords", "connection %1")).arg(durationWord(answer.connect))};
    if (answer.url.starts_with("https://"))
        parts << say(QT_TRANSLATE_NOOP("EnvWords", "TLS %1")).arg(durationWord(answer.tls));
    return parts.join(", ");
}

} // namespace batuta::views
