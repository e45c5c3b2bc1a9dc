// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/palette.h"

#include "views/shell/palette_preview.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace batuta::views {
namespace {

constexpr const char *kHistory = "palette/history";

class Lines final : public QStyledItemDelegate
{
public:
    Lines(const PaletteModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PaletteItem *item = m_model.item(index.row());
        const bool heading = item && item->kind == PaletteItem::Kind::Heading;
        return {100, themeOf(option.widget).scaled(heading ? 28 : 34)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PaletteItem *item = m_model.item(index.row());
        if (!item)
            return;
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        const QRect r = option.rect;
        if (item->kind == PaletteItem::Kind::Heading) {
            painter->setFont(theme.font(TextStyle::Caption));
            painter->setPen(c.textTertiary);
            painter->drawText(r.adjusted(14, 6, 0, 0), Qt::AlignVCenter, item->text);
            return;
        }
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        drawGlyph(*painter, *item, r, theme, option.widget->devicePixelRatioF());
        drawTexts(*painter, *item, r.adjusted(14 + theme.scaled(14) + 10, 0, -14, 0), theme,
                  option.widget->devicePixelRatioF());
    }

private:
    static void drawGlyph(QPainter &painter, const PaletteItem &item, const QRect &r, const Theme &theme,
                          qreal ratio)
    {
        const int size = theme.scaled(14);
        const QPoint at(14, r.center().y() - size / 2);
        const Colors &c = theme.colors();
        if (item.run)
            painter.drawPixmap(at, theme.statusPixmap(statusOf(item.run->status), size, ratio));
        else
            painter.drawPixmap(at,
                               theme.pixmap(item.icon.isEmpty() ? "command" : item.icon, size,
                                            item.whyNot.isEmpty() ? c.textSecondary : c.textDisabled, ratio));
    }

    static void drawTexts(QPainter &painter, const PaletteItem &item, QRect r, const Theme &theme,
                          qreal ratio)
    {
        const Colors &c = theme.colors();
        if (!item.keys.isEmpty()) {
            painter.setFont(theme.font(TextStyle::Caption));
            const int wide = painter.fontMetrics().horizontalAdvance(item.keys) + 12;
            const QRect box(r.right() - wide, r.center().y() - theme.scaled(9), wide, theme.scaled(18));
            drawBox(painter, box, 4, c.raised, c.borderStrong);
            painter.setPen(c.textSecondary);
            painter.drawText(box, Qt::AlignCenter, item.keys);
            r.setRight(box.left() - 10);
        }
        if (item.isLocked) {
            const int lock = theme.scaled(12);
            const Role &role = c.of(EnvironmentKind::Production);
            painter.drawPixmap(r.right() - lock, r.center().y() - lock / 2,
                               theme.pixmap("lock", lock, role.fg, ratio));
            r.setRight(r.right() - lock - 8);
        }
        QFont font = theme.font(TextStyle::Body);
        font.setWeight(QFont::Medium);
        painter.setFont(font);
        painter.setPen(item.whyNot.isEmpty() ? c.textPrimary : c.textDisabled);
        const QString text = painter.fontMetrics().elidedText(item.text, Qt::ElideRight, r.width());
        painter.drawText(r, Qt::AlignVCenter, text);
        const int used = painter.fontMetrics().horizontalAdvance(text) + 10;
        const QString detail = item.whyNot.isEmpty() ? item.detail : item.whyNot;
        if (detail.isEmpty() || used > r.width() - 40)
            return;
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(c.textTertiary);
        painter.drawText(r.adjusted(used, 0, 0, 0), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(detail, Qt::ElideRight, r.width() - used));
    }

    const PaletteModel &m_model;
};

Bar *hints(QWidget *parent)
{
    auto *bar = new Bar(Bar::Kind::Footer, parent);
    const auto hint = [bar](const QString &keys, const QString &text) {
        bar->row()->addWidget(new KeyHint(keys));
        bar->row()->addWidget(new Label(text, TextStyle::Caption, Ink::Secondary));
        bar->row()->addSpacing(6);
    };
    hint(QString::fromUtf8("↑+↓"), CommandPalette::tr("move"));
    hint(QString::fromUtf8("↵"), CommandPalette::tr("open"));
    hint("Tab", CommandPalette::tr("narrow"));
    bar->row()->addStretch(1);
    hint(">", CommandPalette::tr("command"));
    hint("@", CommandPalette::tr("user"));
    hint("#", CommandPalette::tr("correlation"));
    hint("/", CommandPalette::tr("flow"));
    hint("$", CommandPalette::tr("key"));
    return bar;
}

} // namespace

CommandPalette::CommandPalette(EngineLink &link, const CommandRegistry &commands, const QWidget *page,
                               QWidget *parent)
    : QWidget(parent)
    , m_model(new PaletteModel(link, commands, page, this))
    , m_kind(new Chip)
    , m_field(new QLineEdit)
    , m_found(new Label(TextStyle::Caption, Ink::Tertiary))
    , m_list(new QListView)
    , m_preview(new PalettePreview(link))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *head = new Bar(Bar::Kind::ViewHeader);
    m_kind->setAccent();
    m_field->setProperty("bare", true);
    m_field->setFrame(false);
    m_field->setFont(themeOf(this).font(TextStyle::Mono));
    m_field->setPlaceholderText(tr("Search, paste an ID, or run a command"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setMaxLength(400);
    m_field->installEventFilter(this);
    head->row()->addWidget(m_kind);
    head->row()->addWidget(m_field, 1);
    head->row()->addWidget(m_found);
    head->row()->addWidget(new KeyHint("Esc"));
    whole->addWidget(head);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Lines(*m_model, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Results"));
    middle->addWidget(m_list, 5);
    middle->addWidget(m_preview, 3);
    whole->addLayout(middle, 1);
    whole->addWidget(hints(this));
    setFocusProxy(m_field);
    setAccessibleName(tr("Search and commands"));
    connect(m_field, &QLineEdit::textChanged, m_model, &PaletteModel::setText);
    connect(m_model, &PaletteModel::filled, this, &CommandPalette::refresh);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { m_preview->show(m_model->item(current.row())); });
    refresh();
}

void CommandPalette::remember(ViewState &state)
{
    m_state = &state;
    m_model->setHistory(state.value(kHistory).toArray());
}

void CommandPalette::setText(const QString &text)
{
    m_field->setText(text);
    m_field->selectAll();
}

void CommandPalette::refresh()
{
    m_kind->setVisible(!m_model->recognised().isEmpty());
    m_kind->setText(m_model->recognised());
    const bool nothing = m_model->firstChoice() < 0 && !m_model->isSearching();
    m_found->setText(nothing                ? tr("Nothing fits")
                     : m_model->took() >= 0 ? tr("found in %1 ms").arg(m_model->took())
                                            : QString());
    if (!m_list->currentIndex().isValid() && m_model->firstChoice() >= 0)
        m_list->setCurrentIndex(m_model->index(m_model->firstChoice()));
    m_preview->show(m_model->item(m_list->currentIndex().row()));
}

void CommandPalette::choose()
{
    const PaletteItem *item = m_model->item(m_list->currentIndex().row());
    if (!item || item->kind == PaletteItem::Kind::Heading || !item->whyNot.isEmpty())
        return;
    const PaletteItem chosen = *item; // closing takes the model away
    if (m_state)
        m_state->setValue(kHistory, historyWith(m_state->value(kHistory).toArray(), chosen));
    emit closeRequested();
    if (chosen.action)
        emit actionChosen(chosen.action);
    else
        emit addressChosen(chosen.address);
}

void CommandPalette::move(int by)
{
    int row = m_list->currentIndex().row();
    const int rows = m_model->rowCount();
    for (int tries = 0; tries < rows; ++tries) {
        row = (row + by + rows) % rows;
        if (m_model->item(row)->kind != PaletteItem::Kind::Heading)
            break;
    }
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(row));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        for (int i = 0; i < 8; ++i)
            move(1);
        return true;
    case Qt::Key_PageUp:
        for (int i = 0; i < 8; ++i)
            move(-1);
        return true;
    case Qt::Key_Tab:
        if (const QString text = m_model->narrowed(m_list->currentIndex().row()); !text.isEmpty())
            m_field->setText(text);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return false;
    }
}

} // namespace batuta::views
