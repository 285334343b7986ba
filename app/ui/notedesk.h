#pragma once

#include "domain/figurenote.h"

#include <QObject>
#include <QPointF>
#include <QStringList>
#include <QUrl>
#include <QVariantList>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

class FigureMaker;

/// Drawing notes on the page that is previewed, and the style of the one that is selected on the desk.
///
/// Points are in parts of the page's width and height. Notes keep to the ground where there is one map and they are drawn
/// on it, and to the page elsewhere.
class NoteDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The figure maker has it")
    Q_PROPERTY(int tool READ tool NOTIFY drawingChanged)
    Q_PROPERTY(QStringList toolNames READ toolNames CONSTANT)
    Q_PROPERTY(QString hint READ hint NOTIFY drawingChanged)
    Q_PROPERTY(QVariantList drawn READ drawn NOTIFY drawingChanged)
    Q_PROPERTY(int current READ current NOTIFY currentChanged)
    Q_PROPERTY(QString name READ name NOTIFY currentChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY currentChanged)
    Q_PROPERTY(int colour READ colour WRITE setColour NOTIFY currentChanged)
    Q_PROPERTY(int dash READ dash WRITE setDash NOTIFY currentChanged)
    Q_PROPERTY(int fill READ fill WRITE setFill NOTIFY currentChanged)
    Q_PROPERTY(int symbol READ symbol WRITE setSymbol NOTIFY currentChanged)
    Q_PROPERTY(int frame READ frame WRITE setFrame NOTIFY currentChanged)
    Q_PROPERTY(int unitSize READ unitSize WRITE setUnitSize NOTIFY currentChanged)
    Q_PROPERTY(double strokeWidth READ strokeWidth WRITE setStrokeWidth NOTIFY currentChanged)
    Q_PROPERTY(double textSize READ textSize WRITE setTextSize NOTIFY currentChanged)
    Q_PROPERTY(double rotation READ rotation WRITE setRotation NOTIFY currentChanged)
    Q_PROPERTY(bool measured READ isMeasured WRITE setMeasured NOTIFY currentChanged)
    Q_PROPERTY(bool inKey READ isInKey WRITE setInKey NOTIFY currentChanged)
    Q_PROPERTY(bool hasLine READ hasLine NOTIFY currentChanged)
    Q_PROPERTY(bool hasFill READ hasFill NOTIFY currentChanged)
    Q_PROPERTY(bool hasSymbol READ hasSymbol NOTIFY currentChanged)
    Q_PROPERTY(bool canTurn READ canTurn NOTIFY currentChanged)
    Q_PROPERTY(bool canMeasure READ canMeasure NOTIFY currentChanged)
    Q_PROPERTY(QStringList colourNames READ colourNames CONSTANT)
    Q_PROPERTY(QStringList dashNames READ dashNames CONSTANT)
    Q_PROPERTY(QStringList fillNames READ fillNames CONSTANT)
    Q_PROPERTY(QStringList symbolNames READ symbolNames CONSTANT)
    Q_PROPERTY(QStringList frameNames READ frameNames CONSTANT)
    Q_PROPERTY(QStringList sizeNames READ sizeNames CONSTANT)

public:
    explicit NoteDesk(FigureMaker *maker);

    /// A NoteKind, while one is drawn; −1 otherwise. Images are not drawn, see addImage().
    [[nodiscard]] int tool() const { return m_tool; }
    [[nodiscard]] QStringList toolNames() const; ///< By NoteKind.
    [[nodiscard]] QString hint() const; ///< How to draw it.
    [[nodiscard]] QVariantList drawn() const; ///< The points so far.

    Q_INVOKABLE void start(int tool);
    // What the pointer does to the page while a note is drawn.
    Q_INVOKABLE void press(QPointF at);
    Q_INVOKABLE void drag(QPointF at);
    Q_INVOKABLE void release(QPointF at);
    Q_INVOKABLE void finish(); ///< Without enough points, it is put in the middle of the map.
    Q_INVOKABLE void takeBack(); ///< The last point.
    Q_INVOKABLE void cancel();
    /// Puts the picture @p file in the middle of the map, kept to the page.
    Q_INVOKABLE void addImage(const QUrl &file);
    Q_INVOKABLE void removeCurrent();

    [[nodiscard]] int current() const; ///< The note that is selected alone; −1 for none.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString text() const { return note().text; }
    void setText(const QString &text);
    [[nodiscard]] int colour() const { return static_cast<int>(note().colour); }
    void setColour(int colour);
    [[nodiscard]] int dash() const { return static_cast<int>(note().dash); }
    void setDash(int dash);
    [[nodiscard]] int fill() const { return static_cast<int>(note().fill); }
    void setFill(int fill);
    [[nodiscard]] int symbol() const { return static_cast<int>(note().symbol); }
    void setSymbol(int symbol);
    [[nodiscard]] int frame() const { return static_cast<int>(note().frame); }
    void setFrame(int frame);
    [[nodiscard]] int unitSize() const { return static_cast<int>(note().size); }
    void setUnitSize(int size);
    [[nodiscard]] double strokeWidth() const { return note().widthPt; } ///< Points.
    void setStrokeWidth(double width);
    [[nodiscard]] double textSize() const { return note().textPt; } ///< Points.
    void setTextSize(double size);
    [[nodiscard]] double rotation() const { return note().rotation; } ///< Degrees.
    void setRotation(double degrees);
    [[nodiscard]] bool isMeasured() const { return note().measured; }
    void setMeasured(bool measured);
    [[nodiscard]] bool isInKey() const { return note().inKey; }
    void setInKey(bool inKey);
    [[nodiscard]] bool hasLine() const;
    [[nodiscard]] bool hasFill() const;
    [[nodiscard]] bool hasSymbol() const { return note().kind == NoteKind::Symbol; }
    [[nodiscard]] bool canTurn() const;
    [[nodiscard]] bool canMeasure() const;
    [[nodiscard]] QStringList colourNames() const;
    [[nodiscard]] QStringList dashNames() const;
    [[nodiscard]] QStringList fillNames() const;
    [[nodiscard]] QStringList symbolNames() const;
    [[nodiscard]] QStringList frameNames() const;
    [[nodiscard]] QStringList sizeNames() const;

Q_SIGNALS:
    void drawingChanged();
    void currentChanged();

private:
    [[nodiscard]] const FigureNote &note() const; ///< The current one, or any.
    template<typename Value>
    void set(Value FigureNote::*member, Value value);
    void add(FigureNote note);
    [[nodiscard]] std::vector<QPointF> usualPoints(NoteKind kind) const;

    FigureMaker *m_maker;
    int m_tool = -1;
    std::vector<QPointF> m_points;
    bool m_isPulled = false;
};

} // namespace dateline
