// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/compare_dialog.h"

#include "views/pages/editor/versions/change_list.h"
#include "views/pages/editor/versions/diff_graph.h"
#include "views/pages/editor/versions/diff_view.h"
#include "views/pages/editor/versions/version_words.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>

namespace batuta::views {
namespace {

const QString kGraph = QStringLiteral("graph");
const QString kText = QStringLiteral("text");

/// A side as the data of a box: kind and number.
QVariant dataOf(TextSide side)
{
    return QPoint(side.kind, side.number);
}

} // namespace

CompareDialog::CompareDialog(VersionSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
{
    build();
    connect(&m_source, &VersionSource::loaded, this, &CompareDialog::fillSides);
    const auto chosen = [this] {
        m_before = sideOf(*m_left);
        m_after = sideOf(*m_right);
        start();
    };
    connect(m_left, &QComboBox::activated, this, chosen);
    connect(m_right, &QComboBox::activated, this, chosen);
    connect(m_swap, &QAbstractButton::clicked, this, [this] { compare(m_after, m_before); });
    connect(m_close, &QAbstractButton::clicked, this, &CompareDialog::closeRequested);
    connect(m_previous, &QAbstractButton::clicked, m_text, &DiffView::previous);
    connect(m_next, &QAbstractButton::clicked, m_text, &DiffView::next);
    connect(m_text, &DiffView::presentChanged, this, &CompareDialog::tellPlace);
    connect(m_tabs, &Segmented::chosen, this, &CompareDialog::showTab);
    connect(m_graph, &FlowView::laidOut, m_graph, &FlowView::fit);
    connect(m_graph, &FlowView::selectionChanged, m_changes, &ChangeList::select);
    connect(m_changes, &ChangeList::stepChosen, this, [this](const QString &step) {
        m_graph->select(step.toStdString());
        m_graph->revealSelection();
    });
    connect(&themeOf(this), &Theme::changed, this, &CompareDialog::retranslate);
    fillSides();
    retranslate();
    showTab(kGraph);
}

void CompareDialog::build()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, head);
    m_from = new Label(TextStyle::Body, Ink::Secondary, head);
    m_to = new Label(TextStyle::Body, Ink::Secondary, head);
    m_left = new QComboBox(head);
    m_right = new QComboBox(head);
    for (QComboBox *box : {m_left, m_right})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_swap = new Button({}, "compare", Button::Variant::Ghost, head);
    m_swap->setIconOnly(true);
    m_tabs = new Segmented(head);
    m_tabs->add(kGraph, {}, "flows");
    m_tabs->add(kText, {}, "code");
    m_close = new Button({}, "x", Button::Variant::Ghost, head);
    m_close->setIconOnly(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_from, m_left, m_swap, m_to, m_right})
        head->row()->addWidget(part);
    head->row()->addStretch(1);
    head->row()->addWidget(m_tabs);
    head->row()->addWidget(m_close);
    m_notice = new Notice(Notice::Kind::Warning, this);
    m_notice->hide();
    m_graph = new DiffGraph(this);
    m_changes = new ChangeList(this);
    m_text = new DiffView(this);
    auto *both = new QSplitter(Qt::Horizontal, this);
    both->addWidget(m_graph);
    both->addWidget(m_changes);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    both->setChildrenCollapsible(false);
    both->setSizes({3, 2}); // shares
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(both);
    m_stack->addWidget(m_text);
    auto *foot = new Bar(Bar::Kind::Footer, this);
    m_counts = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_counts->setElide(Qt::ElideRight);
    m_place = new Label(TextStyle::MonoSmall, Ink::Secondary, foot);
    m_previous = new Button({}, "up", Button::Variant::Ghost, foot);
    m_next = new Button({}, "down", Button::Variant::Ghost, foot);
    foot->row()->addWidget(m_counts, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_place, m_previous, m_next})
        foot->row()->addWidget(part);
    for (Button *button : {m_previous, m_next})
        button->setSmall(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *>{head, m_notice})
        column->addWidget(part);
    column->addWidget(m_stack, 1);
    column->addWidget(foot);
}

void CompareDialog::retranslate()
{
    m_title->setText(tr("Compare"));
    setAccessibleName(tr("Compare versions of %1").arg(QString::fromStdString(m_source.where().name)));
    m_from->setText(tr("from"));
    m_to->setText(tr("to"));
    m_left->setAccessibleName(tr("Compare from"));
    m_right->setAccessibleName(tr("Compare to"));
    m_swap->setText(tr("Swap the sides"));
    m_close->setText(tr("Close"));
    m_tabs->setText(kGraph, tr("Graph"));
    m_tabs->setText(kText, tr("Text"));
    m_tabs->setAccessibleName(tr("Show the differences as"));
    m_previous->setText(tr("Previous"));
    m_next->setText(tr("Next"));
    m_previous->setKeyHint(QStringLiteral("Shift+N"));
    m_next->setKeyHint(QStringLiteral("N"));
    for (Button *button : {m_swap, m_close, m_previous, m_next})
        button->setAccessibleName(button->text());
    tellPlace();
}

QString CompareDialog::wordOf(TextSide side) const
{
    switch (side.kind) {
    case TextSide::Draft:
        return tr("Draft");
    case TextSide::Disk:
        return tr("File on disk");
    case TextSide::Running:
        return tr("What runs now");
    case TextSide::Published:
        break;
    }
    return numberWord(side.number);
}

void CompareDialog::fillSides()
{
    for (QComboBox *box : {m_left, m_right}) {
        box->clear();
        for (const TextSide::Kind kind : {TextSide::Draft, TextSide::Disk, TextSide::Running})
            box->addItem(wordOf({kind, 0}), dataOf({kind, 0}));
        const auto &entries = m_source.list().entries;
        for (auto at = entries.rbegin(); at != entries.rend(); ++at)
            box->addItem(tr("%1, %2").arg(numberWord(at->number), whenWord(at->at)),
                         dataOf({TextSide::Published, at->number}));
        const TextSide side = box == m_left ? m_before : m_after;
        if (box->findData(dataOf(side)) < 0)
            box->addItem(wordOf(side), dataOf(side));
        box->setCurrentIndex(box->findData(dataOf(side)));
    }
}

TextSide CompareDialog::sideOf(const QComboBox &box) const
{
    const QPoint side = box.currentData().toPoint();
    return {static_cast<TextSide::Kind>(side.x()), side.y()};
}

void CompareDialog::compare(TextSide before, TextSide after)
{
    m_before = before;
    m_after = after;
    fillSides();
    start();
}

void CompareDialog::start()
{
    m_source.compare(m_before, m_after, [this, guard = QPointer(this), asked = ++m_asked](auto comparison) {
        if (guard && asked == m_asked)
            present(std::move(comparison));
    });
}

void CompareDialog::present(Result<Comparison> comparison)
{
    m_notice->setVisible(!comparison || !comparison->isReadable);
    if (!comparison) {
        m_notice->setKind(Notice::Kind::Error);
        m_notice->setText(errorSentence(comparison.error()), errorAdvice(comparison.error()));
        m_counts->setText({});
    }
    const Comparison shown = comparison ? std::move(*comparison) : Comparison();
    if (comparison && !shown.isReadable) {
        m_notice->setKind(Notice::Kind::Warning);
        m_notice->setText(tr("Only the lines can be compared"), errorSentence(shown.trouble));
    }
    m_text->setSides(wordOf(m_before), wordOf(m_after));
    m_text->setRows(shown.text);
    m_graph->present(m_source.where().name, shown);
    m_changes->present(shown);
    if (comparison)
        m_counts->setText(tr("%1. %2.").arg(stepsSentence(shown), linesSentence(shown.text)));
    if (comparison && !shown.isReadable)
        showTab(kText);
    tellPlace();
    emit compared();
}

void CompareDialog::showTab(const QString &tab)
{
    const bool isText = tab == kText;
    m_tabs->setValue(tab);
    m_stack->setCurrentIndex(isText ? 1 : 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_place, m_previous, m_next})
        part->setVisible(isText);
    if (isVisible())
        (isText ? static_cast<QWidget *>(m_text) : m_graph)->setFocus();
}

void CompareDialog::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_stack->currentIndex() == 1 ? m_text->setFocus() : m_graph->setFocus();
}

void CompareDialog::tellPlace()
{
    const int count = static_cast<int>(m_text->rows().differences.size());
    m_place->setText(count == 0 ? tr("No differences")
                                : tr("Difference %1 of %2").arg(m_text->present() + 1).arg(count));
    m_previous->setEnabled(count > 1);
    m_next->setEnabled(count > 1);
}

void CompareDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillSides();
    }
    QWidget::changeEvent(event);
}

} // namespace batuta::views
