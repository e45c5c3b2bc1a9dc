// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/heat_page.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace batuta::views {

HeatPage::HeatPage(Context context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_model(new HeatModel(this))
    , m_table(new HeatTable(*m_model))
    , m_title(new Label(TextStyle::Title))
    , m_hint(new Label(TextStyle::Caption, Ink::Tertiary))
    , m_back(new Button(QString(), QString(), Button::Variant::Ghost))
    , m_state(new StatePane(m_table))
{
    addCommands();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    m_hint->setElide(Qt::ElideRight);
    bar->row()->setContentsMargins(4, 0, 14, 0);
    bar->row()->setSpacing(8);
    bar->row()->addWidget(m_back);
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_hint, 1);
    bar->row()->addWidget(
        new Button(m_context.commands.action("heat.compare"), Button::Variant::Normal, bar));
    bar->row()->addWidget(new Button(m_context.commands.action("heat.open"), Button::Variant::Normal, bar));
    column->addWidget(bar);
    column->addWidget(m_state, 1);
    m_table->setProperty("pane", true);
    setFocusProxy(m_table);
    connect(m_back, &QAbstractButton::clicked, this, [this] { emit openRequested({"runs", {}, {}}); });
    connect(m_table, &QAbstractItemView::doubleClicked, this, &HeatPage::openCell);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, &m_context.commands,
            [this] { m_context.commands.update(); });
    retranslate();
}

void HeatPage::addCommands()
{
    const auto whyNot = [this] {
        return m_table && m_table->currentIndex().isValid() ? QString() : tr("Choose a cell first.");
    };
    const auto add = [&](const char *id, std::function<QString()> text, const char *icon, Qt::Key key,
                         std::function<void()> run, std::function<QString()> why) {
        QAction *action =
            m_context.commands.add(this, {id, std::move(text), icon, {key}, std::move(run), why});
        removeAction(action);
        m_table->addAction(action); // a letter acts only while the table has the focus
        action->setShortcutContext(Qt::WidgetShortcut);
    };
    add(
        "heat.open", [] { return tr("Open the run at this step"); }, "trace", Qt::Key_Return,
        [this] { openCell(); }, whyNot);
    add(
        "heat.compare", [] { return tr("Compare with the first run"); }, "compare", Qt::Key_C,
        [this] { compareCell(); },
        [this, whyNot] {
            return whyNot().isEmpty() && m_table->currentIndex().column() == 0 ? tr("This is the first run.")
                                                                               : whyNot();
        });
}

QString HeatPage::title() const
{
    return tr("Compare");
}

Address HeatPage::address() const
{
    Address address{"heat", {}, {}};
    address.query.addQueryItem("runs", m_ids.join(','));
    return address;
}

void HeatPage::open(const Address &address)
{
    QStringList ids;
    for (const QString &id : address.query.queryItemValue("runs").split(',', Qt::SkipEmptyParts))
        if (ids.size() < kMost && !ids.contains(id.trimmed().toLower()))
            ids << id.trimmed().toLower();
    if (ids == m_ids && m_model->rowCount() > 0)
        return;
    m_ids = ids;
    refresh();
}

void HeatPage::refresh()
{
    ++m_question;
    m_came.assign(static_cast<std::size_t>(m_ids.size()), std::nullopt);
    if (m_ids.isEmpty())
        return m_state->showEmpty(tr("No runs to compare. Choose three or more and press C."));
    m_state->showLoading();
    for (qsizetype at = 0; at < m_ids.size(); ++at)
        m_context.engine.execution(m_ids.at(at), this,
                                   [this, at, question = m_question](Result<client::ExecutionRecord> record) {
                                       came(question, static_cast<std::size_t>(at), std::move(record));
                                   });
}

void HeatPage::came(int question, std::size_t at, Result<client::ExecutionRecord> record)
{
    if (question != m_question)
        return;
    if (!record) {
        ++m_question; // what the others answer shows nothing any more
        return m_state->showError(errorSentence(record.error()), errorAdvice(record.error()), nullptr);
    }
    m_came[at] = std::move(*record);
    if (!std::ranges::all_of(m_came, [](const auto &one) { return one.has_value(); }))
        return;
    std::vector<client::ExecutionRecord> runs;
    for (auto &one : m_came)
        runs.push_back(std::move(*one));
    m_model->setRuns(std::move(runs), m_context.preferences.utc());
    m_state->showContent();
    m_table->setCurrentIndex(m_model->index(0, 0));
    retranslate();
    m_table->setFocus();
}

void HeatPage::openCell()
{
    const QModelIndex cell = m_table->currentIndex();
    if (!cell.isValid())
        return;
    Address run{"run", m_ids.at(cell.column()), {}};
    run.query.addQueryItem("step", cell.data(HeatModel::StepRole).toString());
    emit openRequested(run);
}

void HeatPage::compareCell()
{
    const QModelIndex cell = m_table->currentIndex();
    if (!cell.isValid() || cell.column() == 0)
        return;
    Address compare{"compare", {}, {}};
    compare.query.addQueryItem("a", m_ids.front());
    compare.query.addQueryItem("b", m_ids.at(cell.column()));
    compare.query.addQueryItem("step", cell.data(HeatModel::StepRole).toString());
    emit openRequested(compare);
}

void HeatPage::retranslate()
{
    setAccessibleName(title());
    m_back->setText(tr("Runs"));
    m_back->setAccessibleName(tr("Back to Runs"));
    m_back->updateGeometry();
    m_title->setText(tr("Compare · %n run(s)", nullptr, m_model->columnCount()));
    m_hint->setText(tr("A cell is the warmer the longer its step took beside the other runs."));
}

void HeatPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace batuta::views
