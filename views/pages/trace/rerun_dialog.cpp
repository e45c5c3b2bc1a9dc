// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/rerun_dialog.h"

#include "engine/json/redact.h"
#include "views/models/text.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"

#include <algorithm>

namespace batuta::views {
namespace {

bool hasMasks(const json::Value &input)
{
    return std::any_of(input.asObject().begin(), input.asObject().end(), [](const auto &member) {
        return member.second.asString().find(json::kMask) != std::string::npos;
    });
}

} // namespace

RerunDialog::RerunDialog(const TraceRun &run, const std::string &from, const client::FlowSummary *flow,
                         QWidget *parent)
    : FormDialog(parent)
    , m_execution(run.record().id)
    , m_from(from)
    , m_version(new Segmented(this))
{
    setTitle(from.empty() ? tr("Retry from the failed step") : tr("Re-run from %1").arg(textOf(from)));
    setSentence(sentence(run, from));
    m_version->add("same", tr("The one that ran"));
    m_version->add("newest", tr("The newest"));
    m_version->setValue("same");
    m_version->setAccessibleName(tr("Version of the flow"));
    const bool isNewest = flow && flow->version == run.record().flowVersion;
    m_version->setEnabled(flow && !isNewest);
    m_version->setToolTip(isNewest ? tr("The newest version is the one that ran.")
                          : flow   ? QString()
                                   : tr("The workspace does not have this flow any more."));
    addQuestion(new Label(tr("Version"), TextStyle::Small, Ink::Secondary, this), m_version);
    setForm(flow ? flow->input : json::Value(json::Object{}), run.record().input, true);
    yes().setText(tr("Re-run"));
    yes().setKeyHint("Ctrl+Enter");
    yes().updateGeometry();
}

QString RerunDialog::sentence(const TraceRun &run, const std::string &from) const
{
    int kept = 0;
    for (const TraceStep &step : run.steps())
        kept += step.picture() == Status::Success && !step.isFinally && step.id != from ? 1 : 0;
    QStringList parts{
        from.empty() ? tr("A new run begins with the steps that failed or did not run; what they do is done "
                          "once more. Up to %n step(s) keep what they gave.",
                          nullptr, kept)
                     : tr("A new run begins with this step and all that follow from it; what they do is done "
                          "once more. Other steps that ended well keep what they gave.")};
    if (hasMasks(run.record().input))
        parts << tr("Secrets of the input are kept as they were; once anything is edited, they must be typed "
                    "again.");
    return parts.join(' ');
}

client::Act RerunDialog::act() const
{
    client::Act act;
    act.verb = "rerun";
    act.subject = m_execution;
    act.step = m_from;
    act.data = json::Object{{"version", m_version->value().toStdString()}};
    if (isEdited())
        act.data.object().set("input", const_cast<RerunDialog *>(this)->form().input());
    act.actor = client::thisUser();
    return act;
}

} // namespace batuta::views
