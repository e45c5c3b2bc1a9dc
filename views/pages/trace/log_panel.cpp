// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/log_panel.h"

#include "engine/json/json.h"
#include "views/models/preferences.h"
#include "views/models/text.h"
#include "views/pages/trace/log_delegate.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace batuta::views {
namespace {

constexpr int kAgain = 1000; // ms between two questions
constexpr int kMost = 1000;  // lines asked for

/// What the columns, or the row itself, already say.
constexpr std::array<std::string_view, 9> kKnown{"severity",  "timestamp", "logger",
                                                 "event",     "message",   "execution_id",
                                                 "step_name", "attempt",   "logging.googleapis.com/trace"};

bool isSame(const client::LogLineRecord &a, const client::LogLineRecord &b)
{
    return a.at == b.at && a.json == b.json;
}

} // namespace

LogLineModel::LogLineModel(TraceModel &trace, Preferences &preferences, QObject *parent)
    : QAbstractListModel(parent)
    , m_trace(trace)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::changed, this, [this] {
        if (!m_lines.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
    });
}

LogLineModel::Line LogLineModel::lineOf(client::LogLineRecord record) const
{
    Line line;
    line.message = textOf(record.message.empty() ? record.event : record.message);
    const Result<json::Value> value = json::parse(record.json);
    QStringList fields;
    if (value)
        for (const auto &[name, field] : value->asObject())
            if (std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end() && !field.isNull())
                fields << textOf(name) + '=' + textOf(json::write(field));
    line.fields = fields.join("  ");
    const TraceRun &run = m_trace.run();
    // Of the attempt in whose time it was written; not every line says its attempt itself.
    if (const int step = value ? run.find((*value)["step_name"].asString()) : -1; step >= 0)
        for (const TraceAttempt &attempt : run.step(step).attempts)
            if (record.at + std::chrono::milliseconds(1) >= attempt.startedAt)
                line.attempt = '#' + QString::number(attempt.number);
    line.record = std::move(record);
    return line;
}

void LogLineModel::setLines(std::vector<client::LogLineRecord> lines)
{
    const std::size_t kept = m_lines.size();
    const bool isLonger =
        lines.size() >= kept && std::equal(m_lines.begin(), m_lines.end(), lines.begin(),
                                           [](const Line &old, const client::LogLineRecord &line) {
                                               return isSame(old.record, line);
                                           });
    if (isLonger && lines.size() == kept)
        return;
    if (isLonger) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(lines.size()) - 1);
    } else {
        beginResetModel();
        m_lines.clear();
    }
    for (std::size_t i = m_lines.size(); i < lines.size(); ++i)
        m_lines.push_back(lineOf(std::move(lines[i])));
    if (isLonger)
        endInsertRows();
    else
        endResetModel();
}

void LogLineModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

int LogLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LogLineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TimeRole:
        return clockTimeMs(line.record.at, m_preferences.utc());
    case LevelRole:
        return textOf(line.record.level);
    case AttemptRole:
        return line.attempt;
    case MessageRole:
        return line.message;
    case FieldsRole:
        return line.fields;
    case JsonRole:
        return textOf(line.record.json);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{clockTimeMs(line.record.at, m_preferences.utc()), textOf(line.record.level),
                           line.attempt, line.message, line.fields}
            .join(' ');
    case Qt::ToolTipRole:
        return line.message + '\n' + line.fields;
    default:
        return {};
    }
}

LogPanel::LogPanel(EngineLink &engine, TraceModel &trace, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_trace(trace)
    , m_title(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_about(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_scope(new Segmented(this))
    , m_openLogs(new Button(QString(), "logs", Button::Variant::Ghost, this))
    , m_openCloud(new Button(QString(), "releases", Button::Variant::Ghost, this))
    , m_empty(new Label(TextStyle::Body, Ink::Secondary, this))
    , m_list(new QListView(this))
    , m_model(new LogLineModel(trace, preferences, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    m_about->setElide(Qt::ElideRight);
    m_scope->add("step", tr("this step"));
    m_scope->add("run", tr("whole run"));
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_about, 1);
    bar->row()->addWidget(m_scope);
    m_openLogs->setSmall(true);
    m_openCloud->setSmall(true);
    m_openCloud->hide();
    bar->row()->addWidget(m_openCloud);
    bar->row()->addWidget(m_openLogs);
    connect(m_openCloud, &QAbstractButton::clicked, this, &LogPanel::cloudLogsRequested);
    connect(m_openLogs, &QAbstractButton::clicked, this, &LogPanel::logsRequested);
    m_empty->setContentsMargins(14, 8, 14, 8);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LogDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(bar);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    for (const bool asJson : {false, true}) {
        auto *action = new QAction(m_list);
        action->setShortcut(QKeySequence(asJson ? "Ctrl+Shift+C" : "Ctrl+C"));
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, asJson] { copy(asJson); });
        m_list->addAction(action);
    }
    m_later.setSingleShot(true);
    m_later.setInterval(kAgain);
    connect(&m_later, &QTimer::timeout, this, &LogPanel::ask);
    connect(m_scope, &Segmented::chosen, this, [this] {
        m_model->clear();
        ask();
    });
    connect(&themeOf(this), &Theme::changed, m_list, &QListView::doItemsLayout);
    retranslate();
}

void LogPanel::retranslate()
{
    m_title->setText(tr("Log lines"));
    m_scope->setText("step", tr("this step"));
    m_scope->setText("run", tr("whole run"));
    m_scope->setAccessibleName(tr("Lines of"));
    m_openLogs->setText(tr("Open in Logs"));
    m_openLogs->setAccessibleName(m_openLogs->text());
    m_openLogs->updateGeometry();
    m_openCloud->setText(tr("Cloud Logging"));
    m_openCloud->setToolTip(tr("What the services in the cloud have logged about this run"));
    m_openCloud->setAccessibleName(tr("Open in Cloud Logging"));
    m_openCloud->updateGeometry();
    m_list->setAccessibleName(tr("Log lines"));
    updateTitle();
}

void LogPanel::setHasCloud(bool hasCloud)
{
    m_openCloud->setVisible(hasCloud);
}

void LogPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LogPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).colors().panel);
}

void LogPanel::setStep(const std::string &step)
{
    if (m_isAnswered && step == m_step)
        return;
    m_step = step;
    if (m_scope->value() == "step" || !m_isAnswered) {
        m_model->clear();
        ask();
    }
    updateTitle();
}

void LogPanel::clear()
{
    ++m_question;
    m_isAsking = false;
    m_isAnswered = false;
    m_later.stop();
    m_all.clear();
    m_model->clear();
    updateTitle();
}

void LogPanel::refresh()
{
    if (!m_later.isActive() && isVisible())
        m_later.start();
}

void LogPanel::ask()
{
    if (m_trace.run().isEmpty())
        return;
    m_isAsking = true;
    m_later.stop();
    client::LogQuery query;
    query.execution = m_trace.run().record().id;
    if (m_scope->value() == "step")
        query.step = m_step;
    query.limit = kMost;
    const quint64 question = ++m_question;
    m_engine.logLines(std::move(query), this,
                      [this, question](Result<std::vector<client::LogLineRecord>> lines) {
                          arrived(question, std::move(lines));
                      });
}

void LogPanel::arrived(quint64 question, Result<std::vector<client::LogLineRecord>> lines)
{
    if (question != m_question)
        return;
    m_isAsking = false;
    m_isAnswered = true;
    m_problem = lines ? QString() : errorSentence(lines.error());
    if (lines) {
        const QScrollBar *bar = m_list->verticalScrollBar();
        const bool follows =
            bar->value() == bar->maximum() && m_model->rowCount() > 0 && !m_trace.run().hasEnded();
        m_all = std::move(*lines);
        showLines();
        if (follows)
            m_list->scrollToBottom();
    }
    updateTitle();
}

void LogPanel::setUntil(std::optional<WallTime> until)
{
    if (m_until == until)
        return;
    m_until = until;
    showLines();
    updateTitle();
    if (m_until)
        m_list->scrollToBottom();
}

void LogPanel::showLines()
{
    std::vector<client::LogLineRecord> lines;
    for (const client::LogLineRecord &line : m_all)
        if (!m_until || line.at <= *m_until)
            lines.push_back(line);
    m_model->setLines(std::move(lines));
}

void LogPanel::updateTitle()
{
    const int rows = m_model->rowCount();
    const bool ofStep = m_scope->value() == "step" && !m_step.empty();
    const QString name = ofStep ? textOf(m_step) : textOf(m_trace.run().record().flow);
    if (rows >= kMost)
        m_about->setText(tr("%1, the last %n line(s)", nullptr, rows).arg(name));
    else
        m_about->setText(m_isAnswered ? tr("%1, %n line(s)", nullptr, rows).arg(name) : name);
    m_scope->setVisible(!m_step.empty());
    const QString reason = !m_problem.isEmpty() ? m_problem
                           : !m_isAnswered      ? QString()
                           : m_until            ? tr("Nothing had been logged by this moment.")
                           : ofStep             ? tr("The log has no line about this step.")
                                                : tr("The log has no line about this run.");
    m_empty->setText(reason);
    m_empty->setVisible(rows == 0 && !reason.isEmpty());
}

void LogPanel::copy(bool asJson)
{
    QModelIndexList chosen = m_list->selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex &index : chosen)
        lines << index
                     .data(asJson ? static_cast<int>(LogLineModel::JsonRole)
                                  : static_cast<int>(Qt::DisplayRole))
                     .toString();
    if (lines.isEmpty())
        return;
    QApplication::clipboard()->setText(lines.join('\n'));
    emit told(tr("%n line(s) copied.", nullptr, static_cast<int>(lines.size())));
}

} // namespace batuta::views
