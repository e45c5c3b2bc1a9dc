// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_words.h"

#include "views/pages/releases/finding_words.h"
#include "views/widgets/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace batuta::views {
namespace {

using LookState = client::DeployFinding::State;

/// The context of the words.
struct DeployText
{
    Q_DECLARE_TR_FUNCTIONS(DeployText)
};

QString lookTitle(const std::string &check)
{
    const std::map<std::string, QString> titles{{"image", DeployText::tr("Image in its registry")},
                                                {"limits", DeployText::tr("Limits of Cloud Run")},
                                                {"names", DeployText::tr("Names")},
                                                {"keys", DeployText::tr("Environment keys")},
                                                {"traffic", DeployText::tr("Traffic")},
                                                {"quota", DeployText::tr("Quota of the region")},
                                                {"health", DeployText::tr("Health path")},
                                                {"cloud", DeployText::tr("The cloud would take it")}};
    const auto found = titles.find(check);
    return found == titles.end() ? QString::fromStdString(check) : found->second;
}

QString passedText(const client::DeployFinding &finding, const DeployDraft &draft)
{
    const QString text = QString::fromStdString(finding.text);
    if (finding.check == "image")
        return finding.state == LookState::Passes ? text
                                                  : DeployText::tr("cannot be looked up: %1").arg(text);
    if (finding.check == "limits")
        return DeployText::tr("all within their bounds");
    if (finding.check == "names")
        return draft.suffix.empty() ? DeployText::tr("the name of the revision is made when it is deployed")
                                    : QString::fromStdString(draft.service + "-" + draft.suffix);
    if (finding.check == "keys") {
        const auto stay = std::count_if(draft.keys.begin(), draft.keys.end(),
                                        [](const DeployKey &key) { return key.after() != nullptr; });
        const auto secrets = std::count_if(draft.keys.begin(), draft.keys.end(), [](const DeployKey &key) {
            return key.after() != nullptr && key.after()->isSecret();
        });
        return DeployText::tr("%n key(s) resolved", nullptr, static_cast<int>(stay)) +
               (secrets > 0 ? DeployText::tr(", %n from Secret Manager", nullptr, static_cast<int>(secrets))
                            : QString());
    }
    if (finding.check == "traffic")
        return DeployText::tr("the new revision gets what the rollout says");
    if (finding.check == "quota")
        return DeployText::tr("there is room");
    return finding.check == "cloud" ? DeployText::tr("checked without changing anything") : text;
}

QString unknownText(const client::DeployFinding &finding)
{
    if (finding.code == "no_path")
        return DeployText::tr("none is asked: only the probes of Cloud Run tell");
    if (finding.code == "nothing_serves")
        return DeployText::tr("nothing serves yet: it is asked after the deployment");
    if (finding.code == "health_locked")
        return DeployText::tr("%1: it wants a token, and gets one after the deployment")
            .arg(QString::fromStdString(finding.text));
    if (finding.code == "not_asked")
        return DeployText::tr("is asked when nothing else fails");
    return QString::fromStdString(finding.text);
}

Status pictureOfStep(const std::string &status)
{
    return status == "not_run" ? Status::Skipped : statusOf(status);
}

QString phaseTitle(const QString &step, const client::RolloutState *state)
{
    const auto stage = [&](const QString &prefix) {
        const auto number = static_cast<std::size_t>(step.mid(prefix.size()).toInt());
        return state && number > 0 && number <= state->stages.size()
                   ? state->stages[number - 1].planned.percent
                   : 0;
    };
    if (step == "deploy")
        return DeployText::tr("New revision, without traffic");
    if (step == "address")
        return DeployText::tr("An address of its own");
    if (step == "healthy")
        return DeployText::tr("Health check");
    if (step == "rehearse")
        return DeployText::tr("Recorded executions once more");
    if (step.startsWith("to_"))
        return DeployText::tr("%1 % of the traffic").arg(stage(QStringLiteral("to_")));
    if (step.startsWith("gate_"))
        return DeployText::tr("Watched at %1 %").arg(stage(QStringLiteral("gate_")));
    if (step.startsWith("ask_"))
        return DeployText::tr("Somebody decides");
    if (step == "promote")
        return DeployText::tr("All of the traffic");
    return step == "go_back" ? DeployText::tr("Back to what served before") : step;
}

/// Nobody has failed, and nothing was taken back.
void tellTakenOver(const DeployRun::Phase &phase, FindingList::Line &line)
{
    if (phase.status == "failed") {
        line.picture = Status::Cancelled;
        line.text = phase.step.startsWith("ask_") ? DeployText::tr("the question was withdrawn")
                                                  : DeployText::tr("the traffic was moved by somebody else");
    } else if (phase.step == "go_back") {
        line.text = DeployText::tr("nothing to do");
    }
}

} // namespace

QString settingTitle(const std::string &name)
{
    const std::map<std::string, QString> titles{{"memory", DeployText::tr("Memory")},
                                                {"cpu", DeployText::tr("CPU")},
                                                {"timeout", DeployText::tr("Timeout")},
                                                {"concurrency", DeployText::tr("Concurrency")},
                                                {"min", DeployText::tr("Fewest instances")},
                                                {"max", DeployText::tr("Most instances")},
                                                {"port", DeployText::tr("Port")},
                                                {"service-account", DeployText::tr("Service account")}};
    return titles.at(name);
}

QString settingHint(const std::string &name)
{
    const std::map<std::string, QString> hints{
        {"memory", DeployText::tr("of one instance: 512Mi, 2Gi; more CPUs allow more")},
        {"cpu", DeployText::tr("0.08 to 1, or 2, 4, 6, 8")},
        {"timeout", DeployText::tr("of a request, 1 s to 60 min")},
        {"concurrency", DeployText::tr("requests at a time in one instance, 1 to 1,000")},
        {"min", DeployText::tr("stay even when nobody asks; 0 scales to none")},
        {"max", DeployText::tr("1 to 1,000")},
        {"port", DeployText::tr("that the container listens on, as PORT says")},
        {"service-account", DeployText::tr("that it runs as; empty is the project's own")}};
    return hints.at(name);
}

QString findingSentence(const std::string &code, const std::string &text)
{
    const std::map<std::string, QString> sentences{
        {"timeout", DeployText::tr("A request may take 1 s to 60 min.")},
        {"port", DeployText::tr("A port is 1 to 65,535.")},
        {"max_instances", DeployText::tr("The most instances are 1 to 1,000.")},
        {"min_instances", DeployText::tr("The fewest instances are 0 up to the most.")}};
    const std::map<std::string, QString> ofKeys{
        {"mask", DeployText::tr("%1 would get the mask of a secret as its value")},
        {"reference",
         DeployText::tr("%1 is a reference that nobody would resolve: Cloud Run hands on the text")},
        {"empty", DeployText::tr("%1 has no value")},
        {"plain_secret",
         DeployText::tr("%1 is a secret in plain sight: whoever may look at the service reads it")}};
    if (const auto found = ofKeys.find(code); found != ofKeys.end()) // the name of the key comes first
        return found->second.arg(QString::fromStdString(text.substr(0, text.find(' '))));
    const auto found = sentences.find(code);
    return found == sentences.end() ? findingWords(QString::fromStdString(text)) : found->second;
}

QString findingAdvice(const std::string &code, const std::string &mend)
{
    const std::map<std::string, QString> advice{
        {"mask", DeployText::tr("Write its value again, or take it from Secret Manager.")},
        {"reference", DeployText::tr("Take it from Secret Manager, or write its value.")},
        {"empty", DeployText::tr("Set it, or remove the key.")},
        {"plain_secret", DeployText::tr("Put it into Secret Manager, and refer to it.")}};
    const auto found = advice.find(code);
    return found == advice.end() ? findingWords(QString::fromStdString(mend)) : found->second;
}

QString findingWhole(const releases::Finding &finding)
{
    const QString said = findingSentence(finding.code, finding.text);
    return said.endsWith('.') ? said : said + ". " + findingAdvice(finding.code, finding.mend);
}

QList<FindingList::Line> findingLines(const client::DeployCheck &check, const DeployDraft &draft)
{
    QList<FindingList::Line> lines;
    for (const client::DeployFinding &finding : check.findings) {
        FindingList::Line line;
        line.title = lookTitle(finding.check);
        line.isWarning = finding.state == LookState::Warns;
        line.picture = finding.state == LookState::Passes  ? Status::Success
                       : finding.state == LookState::Fails ? Status::Failed
                                                           : Status::Queued;
        const bool isPlain = finding.state == LookState::Passes ||
                             (finding.state == LookState::Unknown && finding.check == "image");
        if (isPlain)
            line.text = passedText(finding, draft);
        else if (finding.state == LookState::Unknown)
            line.text = unknownText(finding);
        else if (finding.code == "health_now")
            line.text =
                DeployText::tr("what serves now answers %1").arg(QString::fromStdString(finding.text));
        else
            line.text = findingSentence(finding.code, finding.text);
        line.advice = findingAdvice(finding.code, finding.mend);
        lines << line;
    }
    return lines;
}

QList<FindingList::Line> waitingLines()
{
    QList<FindingList::Line> lines;
    for (const char *check : {"image", "limits", "names", "keys", "traffic", "quota", "health", "cloud"})
        lines << FindingList::Line{
            Status::Running, false, lookTitle(check), DeployText::tr("is being looked up"), {}, {}};
    return lines;
}

QString planSentence(const QString &why)
{
    const QString said = QCoreApplication::translate("DeployPlan", why.toUtf8().constData());
    return said == why ? findingWords(why) : said;
}

QString minutesWord(Duration length)
{
    const auto minutes = static_cast<int>(std::chrono::round<std::chrono::minutes>(length).count());
    return minutes < 120 || minutes % 60 != 0 ? DeployText::tr("%1 min").arg(minutes)
                                              : DeployText::tr("%1 h", "hours").arg(minutes / 60);
}

QString rolloutWord(const DeployDraft &draft)
{
    switch (draft.rollout) {
    case DeployDraft::Rollout::Canary:
        return DeployText::tr("canary, %n stage(s)", nullptr, static_cast<int>(draft.stages.size()));
    case DeployDraft::Rollout::AllAtOnce:
        return DeployText::tr("all at once");
    default:
        return DeployText::tr("no traffic, tag %1").arg(QString::fromStdString(draft.tag));
    }
}

QString gateTitle(const std::string &figure)
{
    const std::map<std::string, QString> titles{
        {"error_rate", DeployText::tr("Error rate")},  {"p95", DeployText::tr("Duration p95")},
        {"memory", DeployText::tr("Instance memory")}, {"series", DeployText::tr("Series of Monitoring")},
        {"promql", DeployText::tr("PromQL")},          {"flow", DeployText::tr("Flow")},
        {"rehearsal", DeployText::tr("Rehearsal")}};
    const auto found = titles.find(figure);
    return found == titles.end() ? QString::fromStdString(figure) : found->second;
}

QList<FindingList::Line> phaseLines(const DeployRun &run, bool utc)
{
    QList<FindingList::Line> lines;
    for (const DeployRun::Phase &phase : run.phases()) {
        FindingList::Line line;
        line.title = phaseTitle(phase.step, run.state() ? &*run.state() : nullptr);
        line.picture = pictureOfStep(phase.status);
        line.text = phase.reason.empty() ? statusWord(phase.status) : QString::fromStdString(phase.reason);
        if (run.state() && run.state()->isTakenOver)
            tellTakenOver(phase, line);
        if (phase.startedAt != WallTime{})
            line.right = clockTime(phase.startedAt, utc);
        lines << line;
    }
    return lines;
}

QList<FindingList::Line> conditionLines(const DeployRun &run)
{
    QList<FindingList::Line> lines;
    for (const cloud::Condition &condition : run.conditions()) {
        FindingList::Line line;
        line.title = QString::fromStdString(condition.type);
        using cloud::ConditionState;
        line.picture = condition.state == ConditionState::Succeeded ? Status::Success
                       : condition.state == ConditionState::Failed  ? Status::Failed
                                                                    : Status::Running;
        line.text = QString::fromStdString(condition.message.empty() ? condition.reason : condition.message);
        if (line.text.isEmpty())
            line.text = statusWord(line.picture);
        lines << line;
    }
    return lines;
}

} // namespace batuta::views
