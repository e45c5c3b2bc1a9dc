// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/edit_view.h"
#include "views/pages/editor/canvas/arrange.h"
#include "views/pages/editor/canvas/canvas_edits.h"
#include "views/pages/editor/canvas/canvas_marks.h"
#include "views/widgets/command_registry.h"

#include <QWidget>

namespace batuta::views {

class Button;
class CanvasSearch;
class InlineEditor;
class Label;
class Minimap;
class Notice;
class OverlayChooser;
class Segmented;
class StepPalette;
class StepPicker;
class Surface;
class ZoomBar;

/// The canvas of the flow editor: one document as a graph that is edited by hand and keyboard, with the
/// palette of steps at its left, tools and map floating on it. Follows the document: while its text cannot be
/// read the last graph stays and a strip says so. Everything it can do is a command of the registry, too.
class EditCanvas final : public QWidget
{
    Q_OBJECT

public:
    /// `document`, `commands` and `scope` must outlive it; `scope` is the page whose commands these are.
    EditCanvas(FlowDocument &document, CommandRegistry &commands, QWidget *scope, QWidget *parent = nullptr);
    ~EditCanvas() override;

    EditView &view() const { return *m_view; }
    StepPalette &palette() const { return *m_palette; }
    StepPicker &picker() const { return *m_picker; }
    CanvasSearch &search() const { return *m_search; }
    InlineEditor &inlineEditor() const { return *m_inline; }

    /// Why nothing may be edited here; "" lets it.
    void setReadOnly(const QString &why);
    /// Selects the step and scrolls to it, once it is laid out.
    void reveal(const std::string &step);
    void setPaletteShown(bool isShown);
    bool isPaletteShown() const;

    /// States of the run that is tested. Shown instead of the overlay's last states.
    void setStatuses(std::map<std::string, Status> statuses);
    /// What recorded runs say, and of which environment.
    void setFigures(std::map<std::string, StepFigures> figures, const QString &environment);
    void setOverlay(CanvasOverlay overlay);
    CanvasOverlay overlay() const { return m_layers.overlay; }
    void setBreakpoints(std::set<std::string> steps);
    void setPinned(std::set<std::string> steps);
    /// By step, in short: `500`, `2 s late`.
    void setFaults(std::map<std::string, QString> faults);

signals:
    void inspectorRequested(const QString &step);
    void runStepRequested(const QString &step);
    void runToStepRequested(const QString &step);
    void breakpointToggled(const QString &step);
    void overlayChanged(batuta::views::CanvasOverlay overlay); ///< by a person
    void told(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry;
    void connectView();
    void connectDocument();
    void addCommands();
    void addStepCommands();
    void addTextCommands();
    void addPlaceCommands();
    void addViewCommands();
    void add(Entry entry);

    void retranslate();
    void place();
    void fitTools(int room);
    void follow();
    void followSelection();
    void followLayout();
    void showMarks();
    void showHint();
    void showStrip();
    void tellSelection();
    void commandsMayDiffer();

    QString whyNot() const;
    QString whyNotSelection(std::size_t least = 1) const;
    QString whyNotConnect() const;
    QString whyNotGroup() const;
    QString whyNotDelete() const;
    QString whyNotLayout() const;
    void addKind(const QString &kind);
    void dropKind(const QString &kind, const QPointF &at, const std::optional<EdgeEnds> &between);
    void added(const std::string &step);
    void openPicker();
    void remove(bool bridge);
    void copy();
    void cut();
    void paste();
    void editLabel();
    void group();
    void arrange(Arrange how);
    void openMenu(const QPoint &at);
    QRect placeOf(const std::string &step) const;

    FlowDocument &m_document;
    CommandRegistry &m_commands;
    QWidget *m_scope;
    CanvasEdits m_edits;
    EditView *m_view;
    StepPalette *m_palette;
    Segmented *m_mode;
    ZoomBar *m_zoomBar;
    Button *m_layout;
    OverlayChooser *m_chooser;
    Minimap *m_map;
    Surface *m_hintGround; ///< the graph may stand below the hint
    Label *m_hint, *m_empty;
    Notice *m_strip;
    StepPicker *m_picker;
    CanvasSearch *m_search;
    InlineEditor *m_inline;
    std::optional<FlowGraph> m_graph; ///< the view's
    CanvasLayers m_layers;
    std::map<std::string, Status> m_statuses;
    EditedSteps m_editedSteps;
    QString m_readOnly, m_said; ///< m_said: of what the hand is at
    std::string m_toReveal;
    int m_toolRoom = 0;
    bool m_isFollowing = false;
};

} // namespace batuta::views
