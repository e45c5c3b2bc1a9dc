// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/finding_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <vector>

namespace batuta::views {
namespace {

/// As the engine writes them, but for the capital letter; %1 … is a name or a figure, which may be one of
/// these, too.
constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("FindingWords", "There is no image"),
    QT_TRANSLATE_NOOP("FindingWords", "Name one."),
    QT_TRANSLATE_NOOP("FindingWords",
                      "Container Registry is shut down; gcr.io is served by Artifact Registry at most"),
    QT_TRANSLATE_NOOP("FindingWords", "Use REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE."),
    QT_TRANSLATE_NOOP("FindingWords", "%1 is not in its registry"),
    QT_TRANSLATE_NOOP("FindingWords", "Push it, or build it first."),
    QT_TRANSLATE_NOOP("FindingWords", "`%1` is no number of CPUs that Cloud Run has"),
    QT_TRANSLATE_NOOP("FindingWords", "Choose 0.08 to 1, or 2, 4, 6, 8."),
    QT_TRANSLATE_NOOP("FindingWords", "Less than one CPU is only there while requests are"),
    QT_TRANSLATE_NOOP("FindingWords", "Give it a whole CPU."),
    QT_TRANSLATE_NOOP("FindingWords", "`%1` is no size"),
    QT_TRANSLATE_NOOP("FindingWords", "Write 512Mi, 2Gi …"),
    QT_TRANSLATE_NOOP("FindingWords", "%1 does not go with %2 CPU: %3 to %4 does"),
    QT_TRANSLATE_NOOP("FindingWords", "Change the memory or the CPU."),
    QT_TRANSLATE_NOOP("FindingWords", "An instance with less than one CPU takes one request at a time"),
    QT_TRANSLATE_NOOP("FindingWords", "Set the concurrency to 1, or give it a CPU."),
    QT_TRANSLATE_NOOP("FindingWords", "%1 is %2; %3 to %4 is possible"),
    QT_TRANSLATE_NOOP("FindingWords", "The timeout in seconds"),
    QT_TRANSLATE_NOOP("FindingWords", "The concurrency"),
    QT_TRANSLATE_NOOP("FindingWords", "The port"),
    QT_TRANSLATE_NOOP("FindingWords", "The most instances"),
    QT_TRANSLATE_NOOP("FindingWords", "The fewest instances"),
    QT_TRANSLATE_NOOP("FindingWords", "The delay of the probe"),
    QT_TRANSLATE_NOOP("FindingWords", "The period of the probe"),
    QT_TRANSLATE_NOOP("FindingWords", "The timeout of the probe"),
    QT_TRANSLATE_NOOP("FindingWords", "Change it."),
    QT_TRANSLATE_NOOP("FindingWords", "%1 is set by Cloud Run itself"),
    QT_TRANSLATE_NOOP("FindingWords", "Remove it."),
    QT_TRANSLATE_NOOP("FindingWords", "`%1` is no name of a key"),
    QT_TRANSLATE_NOOP("FindingWords", "Rename it."),
    QT_TRANSLATE_NOOP("FindingWords", "The value of %1 is longer than 32 KiB"),
    QT_TRANSLATE_NOOP("FindingWords", "Put it into a file or a secret."),
    QT_TRANSLATE_NOOP("FindingWords", "%1 stands twice"),
    QT_TRANSLATE_NOOP("FindingWords", "Remove one of the two."),
    QT_TRANSLATE_NOOP("FindingWords", "The probe fails before it has been tried"),
    QT_TRANSLATE_NOOP("FindingWords", "Write 1 or more failures."),
    QT_TRANSLATE_NOOP("FindingWords", "The probe could take longer than the 240 s that a start may"),
    QT_TRANSLATE_NOOP("FindingWords", "Lower the period or the number of failures."),
    QT_TRANSLATE_NOOP("FindingWords", "The path of the probe does not begin with /"),
    QT_TRANSLATE_NOOP("FindingWords", "Write /health or the like."),
    QT_TRANSLATE_NOOP("FindingWords", "%1 does not begin with /"),
    QT_TRANSLATE_NOOP("FindingWords", "`%1` is no name of a service"),
    QT_TRANSLATE_NOOP("FindingWords", "Fewer than 50 small letters, digits and hyphens, a letter first."),
    QT_TRANSLATE_NOOP("FindingWords", "`%1` is no name of a revision of %2"),
    QT_TRANSLATE_NOOP("FindingWords", "Write %1-SUFFIX, at most 63 characters."),
    QT_TRANSLATE_NOOP("FindingWords", "There is a revision %1 already"),
    QT_TRANSLATE_NOOP("FindingWords", "Choose another suffix."),
    QT_TRANSLATE_NOOP("FindingWords", "The traffic is pinned to %1: the new revision gets 0 %"),
    QT_TRANSLATE_NOOP("FindingWords", "Send traffic to the latest: batuta traffic %1 latest=100."),
    QT_TRANSLATE_NOOP("FindingWords", "Another change of the service is under way"),
    QT_TRANSLATE_NOOP("FindingWords", "Wait for its end."),
    QT_TRANSLATE_NOOP("FindingWords", "The region has %1 services; 1,000 are possible"),
    QT_TRANSLATE_NOOP("FindingWords", "Delete one that is not needed, or take another region."),
    QT_TRANSLATE_NOOP("FindingWords", "The region has 2,000 tags, and no more are possible"),
    QT_TRANSLATE_NOOP("FindingWords", "Take tags away that are not needed."),
    QT_TRANSLATE_NOOP("FindingWords",
                      "The service has 1,000 revisions: the oldest that serves nothing will be removed"),
    QT_TRANSLATE_NOOP("FindingWords", "Export what you want to keep."),
};

struct Sentence
{
    const char *source;
    QRegularExpression pattern;
};

QRegularExpression patternOf(const char *source)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    QStringList pieces;
    for (const QString &piece : QString::fromUtf8(source).split(place))
        pieces << QRegularExpression::escape(piece);
    return QRegularExpression(QRegularExpression::anchoredPattern(pieces.join(QStringLiteral("(.+)"))),
                              QRegularExpression::CaseInsensitiveOption);
}

const std::vector<Sentence> &sentences()
{
    static const std::vector<Sentence> all = [] {
        std::vector<Sentence> made;
        for (const char *source : kSentences)
            made.push_back({source, patternOf(source)});
        return made;
    }();
    return all;
}

} // namespace

QString findingWords(const QString &text)
{
    for (const Sentence &one : sentences()) {
        const QRegularExpressionMatch match = one.pattern.match(text);
        if (!match.hasMatch())
            continue;
        QString said = QCoreApplication::translate("FindingWords", one.source);
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            said.replace("%" + QString::number(i), findingWords(match.captured(i)));
        return said;
    }
    return text;
}

} // namespace batuta::views
