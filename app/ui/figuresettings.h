#pragma once

#include "figure/atlas.h"
#include "geo/projectionchoice.h"

#include <QObject>
#include <QSize>
#include <QStringList>
#include <QtQmlIntegration>

namespace dateline
{

/// What a figure is to be like, as a sheet sets it.
class FigureSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The figure maker has it")
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle WRITE setSubtitle NOTIFY changed)
    Q_PROPERTY(QString credit READ credit WRITE setCredit NOTIFY changed)
    Q_PROPERTY(QString alternativeText READ alternativeText WRITE setAlternativeText NOTIFY changed)
    Q_PROPERTY(int size READ size WRITE setSize NOTIFY changed)
    Q_PROPERTY(QStringList sizeNames READ sizeNames CONSTANT)
    Q_PROPERTY(bool ownSize READ isOwnSize NOTIFY changed)
    Q_PROPERTY(int pageWidth READ pageWidth WRITE setPageWidth NOTIFY changed)
    Q_PROPERTY(int pageHeight READ pageHeight WRITE setPageHeight NOTIFY changed)
    Q_PROPERTY(int margin READ margin WRITE setMargin NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY stepsChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY stepsChanged)
    Q_PROPERTY(int pages READ pages WRITE setPages NOTIFY changed)
    Q_PROPERTY(QStringList pagesNames READ pagesNames CONSTANT)
    Q_PROPERTY(int dpi READ dpi WRITE setDpi NOTIFY changed)
    Q_PROPERTY(bool asSeen READ isAsSeen WRITE setAsSeen NOTIFY changed)
    Q_PROPERTY(int marks READ marks WRITE setMarks NOTIFY changed)
    Q_PROPERTY(QStringList marksNames READ marksNames CONSTANT)
    Q_PROPERTY(int panels READ panels WRITE setPanels NOTIFY changed)
    Q_PROPERTY(QStringList panelsNames READ panelsNames CONSTANT)
    Q_PROPERTY(bool byInstants READ isByInstants NOTIFY changed)
    Q_PROPERTY(QString instants READ instants WRITE setInstants NOTIFY changed)
    Q_PROPERTY(QString projection READ projection WRITE setProjection NOTIFY changed)
    Q_PROPERTY(int commonProjection READ commonProjection WRITE setCommonProjection NOTIFY changed)
    Q_PROPERTY(QStringList projectionNames READ projectionNames NOTIFY changed)
    Q_PROPERTY(bool graticule READ hasGraticule WRITE setGraticule NOTIFY changed)
    Q_PROPERTY(bool northArrow READ hasNorthArrow WRITE setNorthArrow NOTIFY changed)
    Q_PROPERTY(int colours READ colours WRITE setColours NOTIFY changed)
    Q_PROPERTY(int blur READ blur WRITE setBlur NOTIFY changed)
    Q_PROPERTY(QStringList blurNames READ blurNames CONSTANT)
    Q_PROPERTY(bool graphicWords READ graphicWords WRITE setGraphicWords NOTIFY changed)

public:
    explicit FigureSettings(QObject *parent = nullptr);

    [[nodiscard]] const FigureSpec &spec() const { return m_spec; }
    /// Takes all settings of @p spec, another figure: what was done before cannot be undone.
    void setSpec(const FigureSpec &spec);
    /// It is the figure @p id of the case from now on; none: a new one.
    void setKept(FigureId id);
    /// Takes all settings of @p spec as one change.
    void change(const FigureSpec &spec);
    /// What the map shows now, and what the figure shows where it is to show everything.
    void setBoxes(const LonLatBox &seen, const LonLatBox &whole);

    [[nodiscard]] QString title() const { return m_spec.title; }
    void setTitle(const QString &title);
    [[nodiscard]] QString subtitle() const { return m_spec.subtitle; }
    void setSubtitle(const QString &subtitle);
    [[nodiscard]] QString credit() const { return m_spec.credit; }
    void setCredit(const QString &credit);
    [[nodiscard]] QString alternativeText() const { return m_spec.alternativeText; } ///< Empty: written by itself.
    void setAlternativeText(const QString &text);
    [[nodiscard]] int size() const { return m_size; } ///< Among sizeNames, the last of which is any other size.
    void setSize(int size);
    [[nodiscard]] QStringList sizeNames() const;
    [[nodiscard]] bool isOwnSize() const;
    [[nodiscard]] int pageWidth() const { return m_spec.widthPx; } ///< Page pixels, 96 to the inch.
    void setPageWidth(int width);
    [[nodiscard]] int pageHeight() const { return m_spec.heightPx; }
    void setPageHeight(int height);
    [[nodiscard]] int margin() const { return m_spec.arrangement.margin.value_or(-1); } ///< Page pixels; −1: as usual.
    void setMargin(int margin);
    [[nodiscard]] int pages() const { return m_pages; } ///< Among pagesNames; the first is one figure.
    void setPages(int pages);
    [[nodiscard]] QStringList pagesNames() const;
    [[nodiscard]] std::optional<AtlasPlan> plan() const; ///< None for one figure.
    [[nodiscard]] int dpi() const { return m_spec.dpi; }
    void setDpi(int dpi);
    [[nodiscard]] bool isAsSeen() const { return m_spec.box.has_value(); }
    void setAsSeen(bool asSeen);
    [[nodiscard]] int marks() const { return static_cast<int>(m_spec.marks); } ///< A FigureMarks.
    void setMarks(int marks);
    [[nodiscard]] QStringList marksNames() const;
    /// Among panelsNames; the first is one map.
    [[nodiscard]] int panels() const { return m_spec.panels ? 1 + static_cast<int>(*m_spec.panels) : 0; }
    void setPanels(int panels);
    [[nodiscard]] QStringList panelsNames() const;
    [[nodiscard]] bool isByInstants() const; ///< Whether the maps need to be told of which instants they are.
    /// “2022-09-13T12:00Z, 2022-09-14T00:00Z”; another text changes nothing.
    [[nodiscard]] QString instants() const;
    void setInstants(const QString &text);
    /// A PROJ string or “EPSG:n”; empty for the one that fits.
    [[nodiscard]] QString projection() const { return m_spec.projection; }
    void setProjection(const QString &projection);
    /// Among projectionNames, which are those that many know; −1 for another.
    [[nodiscard]] int commonProjection() const;
    void setCommonProjection(int index);
    [[nodiscard]] QStringList projectionNames() const;
    [[nodiscard]] bool hasGraticule() const { return m_spec.graticule; }
    void setGraticule(bool graticule);
    [[nodiscard]] bool hasNorthArrow() const { return m_spec.northArrow; }
    void setNorthArrow(bool northArrow);
    [[nodiscard]] int colours() const { return static_cast<int>(m_spec.colours); } ///< A FigureColours.
    void setColours(int colours);
    [[nodiscard]] int blur() const; ///< Among blurNames; the first shows sensitive places as they are.
    void setBlur(int blur);
    [[nodiscard]] QStringList blurNames() const;
    [[nodiscard]] bool graphicWords() const { return m_spec.graphicWords; }
    void setGraphicWords(bool graphicWords);

    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

Q_SIGNALS:
    void changed();
    void stepsChanged(); ///< Of undo and redo.
    void marksChanged(); ///< The incidents that are needed are others; changed() follows.

private:
    template<typename Value>
    void set(Value &value, const Value &wanted);
    void take(const FigureSpec &spec, bool isAnother);
    void note();
    void step(std::vector<FigureSpec> &from, std::vector<FigureSpec> &to);
    [[nodiscard]] std::vector<CommonProjection> common() const;

    FigureSpec m_spec;
    FigureSpec m_noted; ///< The settings after the last change.
    std::vector<FigureSpec> m_done; ///< What they were before each change, the last one last.
    std::vector<FigureSpec> m_undone;
    LonLatBox m_seen;
    LonLatBox m_whole;
    int m_size = 0;
    int m_pages = 0;
};

} // namespace dateline
