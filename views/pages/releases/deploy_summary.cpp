// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_summary.h"

#include "views/models/releases/config_text.h"
#include "views/pages/releases/deploy_words.h"
#include "views/pages/releases/finding_list.h"
#include "views/theme/theme.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QPainter>
#include <QScrollArea>

namespace batuta::views {
namespace {

constexpr int kFactTitle = 78, kChangePad = 14;

/// The end of an image says more than its beginning.
QString shortImage(const std::string &image)
{
    const std::size_t mark = image.find("sha256:");
    if (mark != std::string::npos)
        return QString::fromStdString(image.substr(mark, 14)) + QStringLiteral("…");
    return QString::fromStdString(image.substr(image.rfind('/') + 1));
}

QString sourceWord(const DeployDraft &draft)
{
    switch (draft.source) {
    case DeployDraft::Source::Revision:
        return DeploySummary::tr("copy of %1")
            .arg(QString::fromStdString(shortRevision(draft.from, draft.service)));
    case DeployDraft::Source::Directory:
        return QString::fromStdString(draft.directory);
    default:
        if (draft.now.image.empty())
            return DeploySummary::tr("an image");
        return draft.image == draft.now.image ? DeploySummary::tr("the same image")
                                              : DeploySummary::tr("another image");
    }
}

QString rolloutTime(const DeployDraft &draft)
{
    return draft.rollout == DeployDraft::Rollout::Canary
               ? DeploySummary::tr("%1 to 100 %").arg(minutesWord(draft.length()))
               : rolloutWord(draft);
}

} // namespace

DeploySummary::DeploySummary(DeployPlan &plan, QWidget *parent)
    : Surface(Level::Panel, parent)
    , m_plan(plan)
{
    setProperty("pane", true);
    QVBoxLayout *rows = column(this);
    const auto bar = [&](Label **title, Label **count, const QString &text) {
        auto *made = new Bar(Bar::Kind::PanelTitle, this);
        auto *label = new Label(text, TextStyle::Strong, Ink::Primary, made);
        made->row()->addWidget(label);
        if (title)
            *title = label;
        if (count) {
            *count = new Label(TextStyle::Body, Ink::Secondary, made);
            made->row()->addWidget(*count);
        }
        made->row()->addStretch(1);
        rows->addWidget(made);
        return made;
    };
    bar(nullptr, nullptr, tr("Summary"));
    auto *facts = new QVBoxLayout;
    facts->setContentsMargins(14, 8, 14, 8);
    facts->setSpacing(8);
    const QStringList titles{tr("Service"), tr("Image"), tr("Source"), tr("Region"), tr("Rollout")};
    for (int i = 0; i < titles.size(); ++i)
        addFact(*facts, i, titles.at(i));
    rows->addLayout(facts);
    bar(&m_changesTitle, &m_changesCount, {});
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_changes = new ChangeLines(scroll);
    scroll->setWidget(m_changes);
    rows->addWidget(scroll, 1);
    m_warningsBar = bar(nullptr, &m_warningsCount, tr("Warnings"));
    m_warnings = new Label(TextStyle::Small, Ink::Secondary, this);
    m_warnings->setWordWrap(true);
    m_warnings->setContentsMargins(14, 8, 14, 12);
    rows->addWidget(m_warnings);
}

void DeploySummary::addFact(QVBoxLayout &rows, int at, const QString &title)
{
    auto *line = new QHBoxLayout;
    auto *label = new Label(title, TextStyle::Body, Ink::Secondary, this);
    label->setFixedWidth(themeOf(this).scaled(kFactTitle));
    auto *value = new Label(TextStyle::Mono, Ink::Primary, this);
    value->setElide(Qt::ElideMiddle);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(label);
    line->addWidget(value, 1);
    rows.addLayout(line);
    m_facts[static_cast<std::size_t>(at)] = value;
}

void DeploySummary::present()
{
    const DeployDraft &draft = m_plan.draft();
    m_facts[0]->setText(QString::fromStdString(draft.service));
    m_facts[1]->setText(shortImage(draft.image));
    m_facts[1]->setToolTip(QString::fromStdString(draft.image));
    m_facts[2]->setText(sourceWord(draft));
    m_facts[3]->setText(QString::fromStdString(draft.region));
    m_facts[4]->setText(rolloutTime(draft));
    m_changesTitle->setText(draft.isNew ? tr("The new service")
                                        : tr("Changes to %1").arg(environmentWord(draft.environment)));
    m_changesCount->setText(QString::number(m_plan.changes().size()));
    m_changes->setChanges(m_plan.changes());
    presentWarnings();
}

/// What was found here at once, or what the engine has found since.
void DeploySummary::presentWarnings()
{
    QStringList texts;
    if (m_plan.check()) {
        for (const client::DeployFinding &one : m_plan.check()->findings)
            if (one.state == client::DeployFinding::State::Warns ||
                one.state == client::DeployFinding::State::Fails)
                texts << findingSentence(one.code, one.text);
    } else {
        for (const releases::Finding &one : m_plan.findings())
            if (one.code != "name" || !m_plan.draft().service.empty())
                texts << findingSentence(one.code, one.text);
    }
    m_warningsBar->setVisible(!texts.isEmpty());
    m_warnings->setVisible(!texts.isEmpty());
    m_warningsCount->setText(QString::number(texts.size()));
    m_warnings->setText(texts.mid(0, 6).join(QStringLiteral("\n\n")));
}

ChangeLines::ChangeLines(QWidget *parent)
    : QWidget(parent)
{
    connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
}

void ChangeLines::setChanges(const std::vector<releases::KeyChange> &changes)
{
    m_lines.clear();
    QStringList words;
    for (const releases::KeyChange &change : changes) {
        QString key = QString::fromStdString(change.key);
        if (key.startsWith("env "))
            key = key.mid(4);
        using Kind = releases::KeyChange::Kind;
        if (change.kind != Kind::Added && !(change.kind == Kind::Changed && change.before.empty()))
            m_lines.push_back({true, key, QString::fromStdString(change.before)});
        if (change.kind != Kind::Removed && !(change.kind == Kind::Changed && change.after.empty()))
            m_lines.push_back({false, key, QString::fromStdString(change.after)});
        words << key;
    }
    setAccessibleName(tr("What changes"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize ChangeLines::sizeHint() const
{
    const int line = themeOf(this).lineHeight(TextStyle::Code);
    return {120, std::max(1, line * lineCount())};
}

void ChangeLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.setFont(theme.font(TextStyle::Code));
    const int line = theme.lineHeight(TextStyle::Code), pad = kChangePad;
    const int sign = painter.fontMetrics().horizontalAdvance('0') * 2;
    int top = 0;
    for (const Line &one : m_lines) {
        painter.fillRect(QRect(0, top, width(), line), one.isGone ? c.code.delBg : c.code.addBg);
        painter.setPen(one.isGone ? c.of(Status::Failed).fg : c.of(Status::Success).fg);
        painter.drawText(QRect(pad, top, sign, line), Qt::AlignVCenter, one.isGone ? "-" : "+");
        painter.setPen(c.textPrimary);
        const QRect room(pad + sign, top, width() - 2 * pad - sign, line);
        painter.drawText(room, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(one.key + QStringLiteral(": ") + one.value,
                                                          Qt::ElideMiddle, room.width()));
        top += line;
    }
}

} // namespace batuta::views
