// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/payload/payload_view.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/payload/payload_delegate.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStackedLayout>
#include <QTreeView>

namespace batuta::views {
namespace {

constexpr std::size_t kMostPlaces = 10'000;
constexpr int kMostSearched = 200; // characters of a search

} // namespace

PayloadView::PayloadView(QWidget *parent)
    : QWidget(parent)
    , m_body(std::make_shared<std::string>())
    , m_mode(new Segmented(this))
    , m_field(new QLineEdit(this))
    , m_found(new Label(TextStyle::MonoSmall, Ink::Tertiary, this))
    , m_save(new Button(QString(), "download", Button::Variant::Ghost, this))
    , m_more(new Button(QString(), "more", Button::Variant::Ghost, this))
    , m_menu(new QMenu(this))
    , m_rows(new RowView(this))
    , m_treeView(new QTreeView(this))
    , m_tree(new PayloadTree(this))
{
    build();
    connect(m_mode, &Segmented::chosen, this, &PayloadView::showMode);
    connect(m_field, &QLineEdit::textChanged, this, &PayloadView::find);
    connect(m_field, &QLineEdit::returnPressed, this, &PayloadView::findNext);
    connect(m_save, &QAbstractButton::clicked, this, &PayloadView::save);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
    });
    const auto menuAt = [this](QWidget *view) {
        view->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint &at) {
            fillMenu();
            m_menu->popup(view->mapToGlobal(at));
        });
    };
    menuAt(m_rows);
    menuAt(m_treeView);
    retranslate();
    showMode();
}

void PayloadView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    for (const char *mode : {"pretty", "tree", "raw"})
        m_mode->add(mode, QString());
    m_mode->setValue("pretty");
    m_field->setProperty("field", true);
    m_field->addAction(themeOf(this).icon("search"), QLineEdit::LeadingPosition);
    m_field->setMaxLength(kMostSearched);
    m_field->setMinimumWidth(themeOf(this).scaled(60));
    m_field->installEventFilter(this);
    for (Button *button : {m_save, m_more}) {
        button->setIconOnly(true);
        button->setSmall(true);
    }
    bar->row()->setSpacing(6);
    bar->row()->addWidget(m_mode);
    bar->row()->addWidget(m_field, 1);
    bar->row()->addWidget(m_found);
    bar->row()->addWidget(m_save);
    bar->row()->addWidget(m_more);
    m_treeView->setModel(m_tree);
    m_treeView->setItemDelegate(new PayloadDelegate(m_treeView));
    m_treeView->setHeaderHidden(true);
    m_treeView->setUniformRowHeights(true);
    m_treeView->setFrameShape(QFrame::NoFrame);
    m_treeView->setIndentation(14);
    m_treeView->installEventFilter(this);
    auto *views = new QWidget(this);
    m_stack = new QStackedLayout(views);
    m_stack->addWidget(m_rows);
    m_stack->addWidget(m_treeView);
    column->addWidget(bar);
    column->addWidget(views, 1);
}

void PayloadView::retranslate()
{
    m_mode->setText("pretty", tr("Pretty"));
    m_mode->setText("tree", tr("Tree"));
    m_mode->setText("raw", tr("Raw"));
    m_mode->setAccessibleName(tr("How the payload is shown"));
    m_field->setToolTip(tr("Find in the payload"));
    m_field->setAccessibleName(tr("Find in the payload"));
    m_treeView->setAccessibleName(tr("Payload as a tree"));
    m_save->setText(tr("Save the payload to a file"));
    m_more->setText(tr("Copy from the payload"));
    for (Button *button : {m_save, m_more}) {
        button->setAccessibleName(button->text());
        button->setToolTip(button->text());
    }
    updateFound();
}

void PayloadView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// Where there is no room for all of the bar, Save is in the menu only.
void PayloadView::resizeEvent(QResizeEvent *event)
{
    const bool isNarrow = width() < themeOf(this).scaled(380);
    m_save->setHidden(isNarrow);
    QWidget::resizeEvent(event);
}

/// F3 and Esc in the field; the copies of the tree.
bool PayloadView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isShift = key->modifiers() & Qt::ShiftModifier;
    if (key->key() == Qt::Key_F3 || (watched == m_field && isShift && key->key() == Qt::Key_Return)) {
        isShift ? findPrevious() : findNext();
        return true;
    }
    if (watched == m_field && key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        return true;
    }
    if (watched == m_treeView && key->key() == Qt::Key_C && (key->modifiers() & Qt::ControlModifier)) {
        isShift ? copyPointer() : copyValue();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PayloadView::setPayload(Payload payload)
{
    if (payload == m_payload)
        return; // keeps the place that a person has scrolled to
    m_payload = std::move(payload);
    m_body = std::make_shared<const std::string>(m_payload.body);
    m_pretty.reset();
    m_isTreeStale = true;
    showMode();
}

PayloadView::Mode PayloadView::mode() const
{
    const QString mode = m_mode->value();
    return mode == "tree" ? Mode::Tree : mode == "raw" ? Mode::Raw : Mode::Pretty;
}

void PayloadView::setMode(Mode mode)
{
    m_mode->setValue(mode == Mode::Tree ? "tree" : mode == Mode::Raw ? "raw" : "pretty");
    showMode();
}

QString PayloadView::text() const
{
    return QString::fromStdString(m_pretty ? *m_pretty : m_payload.head + m_payload.body + m_payload.tail);
}

void PayloadView::showMode()
{
    if (!m_pretty) {
        std::optional<std::string> indented = indentedJson(*m_body, m_payload.isCut);
        m_isJson = indented.has_value();
        std::string whole = m_payload.head;
        if (!whole.empty() && !m_body->empty())
            whole += '\n';
        whole += indented ? *indented : *m_body;
        if (!m_payload.tail.empty())
            whole += (whole.empty() ? "" : "\n\n") + m_payload.tail;
        m_pretty = std::make_shared<const std::string>(std::move(whole));
    }
    const Mode wanted = mode();
    if (wanted == Mode::Tree) {
        if (std::exchange(m_isTreeStale, false)) {
            m_tree->setText(m_isJson ? m_body : nullptr);
            if (m_tree->rowCount() > 0 && m_tree->rowCount() <= 8)
                for (int row = 0; row < m_tree->rowCount(); ++row)
                    m_treeView->expand(m_tree->index(row, 0));
        }
    } else if (wanted == Mode::Pretty) {
        m_rows->setText(m_pretty, RowView::Language::Json);
    } else {
        m_rows->setText(m_body, RowView::Language::Plain);
    }
    m_stack->setCurrentIndex(wanted == Mode::Tree ? 1 : 0);
    m_save->setEnabled(!m_payload.body.empty());
    m_save->setToolTip(m_save->isEnabled() ? m_save->text() : tr("There is no payload."));
    find(m_field->text());
}

bool PayloadView::isJson() const
{
    return m_isJson;
}

void PayloadView::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void PayloadView::find(const QString &text)
{
    const std::string wanted = text.toStdString();
    const std::string &where = mode() == Mode::Pretty ? *m_pretty : *m_body;
    m_places = placesOf(wanted, where, kMostPlaces);
    m_rows->setPlaces(mode() == Mode::Tree ? std::vector<std::uint32_t>() : m_places, wanted.size());
    m_current = -1;
    goTo(m_places.empty() ? -1 : 0);
}

void PayloadView::findNext()
{
    step(1);
}

void PayloadView::findPrevious()
{
    step(-1);
}

/// In the tree a place is its row: several in one value are one step.
void PayloadView::step(int direction)
{
    const int count = found();
    if (count == 0)
        return;
    int place = m_current;
    const QModelIndex before = m_treeView->currentIndex();
    do {
        place = (place + direction + count) % count;
        if (mode() != Mode::Tree)
            break;
    } while (place != m_current && m_tree->indexAt(m_places[static_cast<std::size_t>(place)]) == before);
    goTo(place);
}

void PayloadView::goTo(int place)
{
    m_current = place;
    if (mode() == Mode::Tree) {
        if (place >= 0) {
            const QModelIndex index = m_tree->indexAt(m_places[static_cast<std::size_t>(place)]);
            m_treeView->setCurrentIndex(index); // unfolds what it is in
            m_treeView->scrollTo(index);
        }
    } else {
        m_rows->setCurrentPlace(place);
    }
    updateFound();
}

void PayloadView::updateFound()
{
    const QLocale locale;
    const bool isMore = m_places.size() >= kMostPlaces;
    m_found->setVisible(!m_field->text().isEmpty());
    m_found->setText(m_places.empty() ? tr("none")
                                      : (isMore ? tr("%1 of more than %2") : tr("%1 of %2"))
                                            .arg(locale.toString(m_current + 1), locale.toString(found())));
}

} // namespace batuta::views
