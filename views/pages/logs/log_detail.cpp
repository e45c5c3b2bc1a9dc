// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_detail.h"

#include "views/models/address.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/logs/members.h"
#include "views/models/text.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStackedLayout>
#include <QTabBar>

namespace batuta::views {
namespace {

using namespace batuta::logs;

constexpr int kAround = 10; ///< lines before and after one

} // namespace

LogDetail::LogDetail(LogLines &lines, QWidget *parent)
    : QWidget(parent)
    , m_lines(lines)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedLayout)
    , m_fields(new FieldTree(this))
    , m_json(new CodeView(this))
    , m_context(new QListWidget(this))
    , m_repeats(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_group(new Button(QString(), QString(), Button::Variant::Ghost, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_context->setFrameShape(QFrame::NoFrame);
    m_context->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_context->setUniformItemSizes(true);
    for (QWidget *widget : {static_cast<QWidget *>(m_fields), static_cast<QWidget *>(m_json),
                            static_cast<QWidget *>(m_context)})
        m_stack->addWidget(widget);
    column->addLayout(m_stack, 1);
    auto *foot = new Bar(Bar::Kind::Footer, this);
    m_foot = foot;
    foot->row()->addWidget(m_repeats, 1);
    foot->row()->addWidget(m_group);
    column->addWidget(foot);
    m_group->setSmall(true);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedLayout::setCurrentIndex);
    connect(m_fields, &FieldTree::acted, this, &LogDetail::acted);
    connect(m_fields, &FieldTree::columnWanted, this, &LogDetail::columnWanted);
    connect(m_group, &QAbstractButton::clicked, this, &LogDetail::groupWanted);
    const auto dress = [this] { m_context->setFont(themeOf(this).font(TextStyle::MonoSmall)); };
    connect(&themeOf(this), &Theme::changed, this, dress);
    dress();
    retranslate();
    clear();
}

QWidget *LogDetail::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(6);
    auto *bar = new Bar(Bar::Kind::PanelTitle, head);
    for (int i = 0; i < 3; ++i)
        m_tabs->addTab(QString());
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    bar->row()->setContentsMargins(4, 0, 6, 0);
    bar->row()->addWidget(m_tabs);
    bar->row()->addStretch(1);
    for (auto [button, icon] :
         {std::pair{&m_previous, "left"}, std::pair{&m_next, "right"}, std::pair{&m_close, "x"}}) {
        *button = new Button(QString(), icon, Button::Variant::Ghost, bar);
        (*button)->setIconOnly(true);
        (*button)->setSmall(true);
        bar->row()->addWidget(*button);
    }
    column->addWidget(bar);
    auto *title = new QHBoxLayout;
    title->setContentsMargins(14, 4, 14, 0);
    m_glyph = new Label(TextStyle::Body, Ink::Secondary, head);
    m_title = new Label(TextStyle::Strong, Ink::Primary, head);
    m_title->setElide(Qt::ElideRight);
    title->addWidget(m_glyph);
    title->addWidget(m_title, 1);
    column->addLayout(title);
    m_about = new Label(TextStyle::MonoSmall, Ink::Tertiary, head);
    m_about->setContentsMargins(14, 0, 14, 0);
    m_about->setElide(Qt::ElideRight);
    column->addWidget(m_about);
    auto *acts = new QHBoxLayout;
    acts->setContentsMargins(14, 2, 14, 2);
    acts->setSpacing(6);
    for (auto [button, icon] :
         {std::pair{&m_run, "trace"}, std::pair{&m_around, "logs"}, std::pair{&m_copy, "copy"}}) {
        *button = new Button(QString(), icon, Button::Variant::Normal, head);
        (*button)->setSmall(true);
        acts->addWidget(*button);
    }
    acts->addStretch(1);
    column->addLayout(acts);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { emit stepped(1); });
    connect(m_close, &QAbstractButton::clicked, this, &LogDetail::closed);
    connect(m_run, &QAbstractButton::clicked, this, &LogDetail::runWanted);
    connect(m_around, &QAbstractButton::clicked, this, &LogDetail::aroundWanted);
    connect(m_copy, &QAbstractButton::clicked, this, &LogDetail::copyWanted);
    return head;
}

void LogDetail::retranslate()
{
    m_tabs->setTabText(0, tr("Fields"));
    m_tabs->setTabText(1, tr("JSON"));
    m_tabs->setTabText(2, tr("Context"));
    m_previous->setText(tr("Previous line"));
    m_next->setText(tr("Next line"));
    m_close->setText(tr("Close"));
    m_run->setText(tr("Open run"));
    m_around->setText(tr("Show 20 around"));
    m_copy->setText(tr("Copy"));
    m_group->setText(tr("Show every line"));
    m_fields->setAccessibleName(tr("Fields"));
    m_json->setAccessibleName(tr("JSON"));
    m_context->setAccessibleName(tr("Context"));
}

void LogDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LogDetail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).colors().panel);
}

void LogDetail::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void LogDetail::clear()
{
    m_fields->clear();
    m_context->clear();
    m_json->setCode({}, CodeView::Language::Plain);
    m_title->setText(tr("Select a line"));
    m_about->setText({});
    m_glyph->hide();
    m_execution.clear();
    m_foot->hide();
    for (Button *button : {m_run, m_around, m_copy})
        button->setEnabled(false);
}

void LogDetail::show(std::uint64_t row)
{
    const LogRow &own = m_lines.row(row);
    const LineId id = own.id;
    const QByteArray line = m_lines.text(row);
    std::string scratch;
    const std::string bytes = line.toStdString();
    m_title->setText(textOf(messageOf(bytes, scratch)).simplified().left(500));
    const LineTime time = m_lines.time(row);
    const IndexedFile &file = *m_lines.picture().rows->snapshot()->files[id.file];
    const QString where =
        tr("%1, line %2")
            .arg(textOf(file.file().name()), QLocale().toString(static_cast<qulonglong>(id.line + 1)));
    m_about->setText(time == kNoTime ? where : m_lines.timeTextLong(time) + "   " + where);
    const SeverityLook look = lookOf(own.severity);
    m_glyph->setVisible(!look.icon.isEmpty());
    const int size = themeOf(this).scaled(14);
    if (look.icon == "status.failed")
        m_glyph->setPixmap(themeOf(this).statusPixmap(look.status, size, devicePixelRatioF()));
    else if (!look.icon.isEmpty())
        m_glyph->setPixmap(themeOf(this).pixmap(look.icon, size, themeOf(this).colors().of(look.status).fg,
                                                devicePixelRatioF()));
    m_execution = m_lines.value(row, "execution_id");
    m_run->setEnabled(looksLikeExecutionId(m_execution));
    m_run->setToolTip(m_run->isEnabled() ? QString() : tr("The line names no execution."));
    for (Button *button : {m_around, m_copy})
        button->setEnabled(true);
    fillFields(line);
    fillContext(id);
    m_foot->setVisible(own.repeats > 1);
    m_repeats->setText(tr("Same message %Ln time(s)", nullptr,
                          static_cast<int>(std::min<std::uint64_t>(own.repeats, 2'000'000'000))));
}

void LogDetail::fillFields(const QByteArray &line)
{
    m_fields->clear();
    const std::string bytes = line.toStdString();
    const Result<json::Value> whole = json::parse(bytes);
    if (whole && whole->isObject()) {
        const json::Value clean = json::Redactor().value(*whole);
        for (const auto &[name, value] : clean.asObject())
            addValue(m_fields->invisibleRootItem(), textOf(name), textOf(name), value);
        m_json->setJson(clean);
    } else {
        // What a torn line still says; a line of text as it is.
        Members members(bytes);
        RawMember member;
        std::string scratch;
        while (members.next(member))
            addValue(m_fields->invisibleRootItem(), textOf(member.name), textOf(member.name),
                     json::isSecretName(member.name) ? json::Value(json::kMask)
                                                     : json::Value(plainText(member.value, scratch)));
        if (m_fields->topLevelItemCount() == 0)
            addValue(m_fields->invisibleRootItem(), "message", "message", json::Value(bytes));
        m_json->setCode(
            looksLikeObject(bytes)
                ? tr("This line is no whole JSON: %1").arg(whole ? QString() : errorSentence(whole.error())) +
                      "\n\n" + LogLines::cleanText(line)
                : textOf(bytes),
            CodeView::Language::Plain);
    }
    m_fields->expandAll();
}

void LogDetail::addValue(QTreeWidgetItem *parent, const QString &name, const QString &path,
                         const json::Value &value)
{
    auto *item = new QTreeWidgetItem(parent);
    const bool isMasked = value.isString() && value.asString() == json::kMask;
    const QString plain = value.isString() ? textOf(value.asString()) : textOf(json::write(value));
    item->setText(0, name);
    item->setText(1, isMasked           ? tr("%1 masked").arg(QString(8, QChar(0x2022)))
                     : value.isObject() ? QString("{ %1 }").arg(value.asObject().size())
                     : value.isArray()  ? QString("[ %1 ]").arg(value.asArray().size())
                     : value.isString() ? '"' + plain + '"'
                                        : plain);
    item->setToolTip(1, plain.left(2000));
    item->setData(0, FieldTree::PathRole, path);
    item->setData(0, FieldTree::ValueRole, plain);
    item->setData(0, FieldTree::IsMaskedRole, isMasked || value.isObject() || value.isArray());
    item->setData(0, FieldTree::KindRole,
                  isMasked                              ? 3
                  : value.isString()                    ? 0
                  : value.isObject() || value.isArray() ? 3
                                                        : 1);
    if (name == "severity" || name == "level")
        item->setData(0, FieldTree::KindRole, 4);
    for (const auto &[key, own] : value.asObject())
        addValue(item, textOf(key), path + '.' + textOf(key), own);
}

/// The lines around it in its own file, whatever the query leaves.
void LogDetail::fillContext(LineId id)
{
    m_context->clear();
    const IndexedFile &file = *m_lines.picture().rows->snapshot()->files[id.file];
    const std::uint64_t first = id.line - std::min<std::uint64_t>(id.line, kAround);
    const std::uint64_t last = std::min(file.lines(), id.line + kAround + 1);
    std::string scratch;
    for (std::uint64_t line = first; line < last; ++line) {
        const std::string text = file.text(line, 4000);
        const QString word = textOf(severityName(file.severity(line))).leftJustified(8);
        auto *item = new QListWidgetItem(m_lines.timeText(file.time(line)) + "  " + word + "  " +
                                             textOf(messageOf(text, scratch)).simplified(),
                                         m_context);
        const SeverityLook look = lookOf(file.severity(line));
        item->setForeground(look.isMarked ? themeOf(this).colors().of(look.status).fg
                                          : themeOf(this).colors().textSecondary);
        if (line == id.line)
            m_context->setCurrentItem(item);
    }
}

} // namespace batuta::views
