// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/settings/settings_page.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

namespace batuta::views {
namespace {

using Which = PreferenceControl::Which;

constexpr Which kAll[] = {Which::Theme,    Which::Language,      Which::TextScale, Which::RowHeight,
                          Which::Patterns, Which::ReducedMotion, Which::Utc};

/// A row with a hairline under it.
class Line final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), themeOf(this).colors().borderSubtle);
    }
};

} // namespace

SettingsPage::SettingsPage(Context context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_title(new Label(TextStyle::Title))
    , m_filter(new QLineEdit)
    , m_nothing(new Label(TextStyle::Text, Ink::Secondary))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *head = new Bar(Bar::Kind::ViewHeader);
    m_filter->setFixedWidth(280);
    m_filter->setMaxLength(100);
    m_filter->setClearButtonEnabled(true);
    head->row()->addWidget(m_title);
    head->row()->addStretch(1);
    head->row()->addWidget(m_filter);
    whole->addWidget(head);
    auto *list = new Surface(Surface::Level::Panel);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(14, 6, 14, 14);
    column->setSpacing(0);
    for (const Which which : kAll) {
        m_rows.append(makeRow(which, list));
        column->addWidget(m_rows.constLast().widget);
    }
    column->addWidget(m_nothing);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    scroll->setProperty("pane", true);
    scroll->setFocusPolicy(Qt::NoFocus);
    whole->addWidget(scroll, 1);
    setFocusProxy(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, &SettingsPage::filter);
    context.commands.add(this, {"settings.filter",
                                [] { return tr("Find a setting"); },
                                "search",
                                {QKeySequence("Ctrl+F")},
                                [this] { m_filter->setFocus(); }});
    retranslate();
    filter({});
}

SettingsPage::Row SettingsPage::makeRow(Which which, QWidget *parent)
{
    auto *line = new Line(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 12, 0, 13);
    row->setSpacing(20);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    Row made{which,
             line,
             new Label(TextStyle::Strong),
             new Label(TextStyle::Small, Ink::Secondary),
             new Label(TextStyle::Caption, Ink::Tertiary),
             new Button(QString(), "undo", Button::Variant::Ghost)};
    words->addWidget(made.title);
    words->addWidget(made.explanation);
    words->addWidget(made.scope);
    row->addLayout(words, 2);
    row->addWidget(new PreferenceControl(which, m_context.preferences), 2);
    row->addWidget(made.reset);
    connect(made.reset, &QAbstractButton::clicked, this,
            [this, which] { PreferenceControl::reset(which, m_context.preferences); });
    return made;
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

Address SettingsPage::address() const
{
    return {"settings", {}, {}};
}

void SettingsPage::open(const Address &) {}

void SettingsPage::retranslate()
{
    m_title->setText(title());
    m_filter->setPlaceholderText(tr("Find a setting"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_nothing->setText(tr("No setting fits. Clear the field above."));
    for (const Row &row : m_rows) {
        row.title->setText(PreferenceControl::title(row.which));
        row.explanation->setText(PreferenceControl::explanation(row.which));
        row.scope->setText(tr("For you, in every workspace"));
        row.reset->setText(tr("Reset"));
        row.reset->setAccessibleName(tr("Reset %1").arg(row.title->text()));
        row.reset->updateGeometry();
    }
}

void SettingsPage::filter(const QString &words)
{
    bool any = false;
    for (const Row &row : m_rows) {
        const bool fits =
            (row.title->text() + ' ' + row.explanation->text()).contains(words, Qt::CaseInsensitive);
        row.widget->setVisible(fits);
        any = any || fits;
    }
    m_nothing->setVisible(!any);
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace batuta::views
