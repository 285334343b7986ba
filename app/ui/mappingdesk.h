#pragma once

#include "tables/mappingguess.h"
#include "ui/mappedcolumns.h"

#include <QtQmlIntegration>

namespace dateline
{

/// The mapping of a table that is of no known layout: what each column says, and what is to be answered first.
class MappingDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The import has it")
    Q_PROPERTY(dateline::MappedColumns *columns READ columns CONSTANT)
    Q_PROPERTY(dateline::MappedRows *rows READ rows CONSTANT)
    Q_PROPERTY(dateline::MappedKinds *kindWords READ kindWords CONSTANT)
    Q_PROPERTY(QStringList saysNames READ saysNames CONSTANT)
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT)
    Q_PROPERTY(QStringList precisionNames READ precisionNames CONSTANT)
    Q_PROPERTY(QStringList tables READ tables NOTIFY changed)
    Q_PROPERTY(int table READ table WRITE setTable NOTIFY changed)
    Q_PROPERTY(QStringList headers READ headers NOTIFY changed)
    Q_PROPERTY(int header READ header WRITE setHeader NOTIFY changed)
    Q_PROPERTY(QStringList savedNames READ savedNames NOTIFY changed)
    Q_PROPERTY(int saved READ saved WRITE setSaved NOTIFY changed)
    Q_PROPERTY(QStringList dateOrders READ dateOrders NOTIFY changed)
    Q_PROPERTY(int dateOrder READ dateOrder WRITE setDateOrder NOTIFY changed)
    Q_PROPERTY(QString crs READ crs WRITE setCrs NOTIFY changed)
    Q_PROPERTY(QString crsNote READ crsNote NOTIFY changed)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY changed)
    Q_PROPERTY(QString zoneProblem READ zoneProblem NOTIFY changed)
    Q_PROPERTY(int precision READ precision WRITE setPrecision NOTIFY changed)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString questions READ questions NOTIFY changed)
    Q_PROPERTY(QString remarks READ remarks NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool hasDates READ hasDates NOTIFY changed)
    Q_PROPERTY(bool hasNumbers READ hasNumbers NOTIFY changed)
    Q_PROPERTY(bool complete READ isComplete NOTIFY changed)

public:
    explicit MappingDesk(QObject *parent = nullptr);

    [[nodiscard]] MappedColumns *columns() { return &m_columns; }
    [[nodiscard]] MappedRows *rows() { return &m_rows; } ///< The first ones as they would come in.
    [[nodiscard]] MappedKinds *kindWords() { return &m_kindWords; }
    [[nodiscard]] static QStringList saysNames(); ///< By mappableRoles().
    [[nodiscard]] static QStringList kindNames(); ///< By Kind.
    [[nodiscard]] static QStringList precisionNames();
    [[nodiscard]] QStringList tables() const; ///< Of the file, more than one where it has sheets or layers.
    [[nodiscard]] int table() const { return m_table; }
    void setTable(int table);
    [[nodiscard]] QStringList headers() const; ///< None, and the first rows that may be one.
    [[nodiscard]] int header() const { return m_mapping.headerRow; }
    void setHeader(int header);
    [[nodiscard]] QStringList savedNames() const; ///< “None”, and those that fit.
    [[nodiscard]] int saved() const { return m_savedIndex; }
    void setSaved(int saved);
    [[nodiscard]] QStringList dateOrders() const; ///< By DateOrder, with what the example is in each.
    [[nodiscard]] int dateOrder() const { return static_cast<int>(m_mapping.dateOrder); }
    void setDateOrder(int order);
    [[nodiscard]] QString crs() const { return m_crs; } ///< As it was typed.
    void setCrs(const QString &crs);
    [[nodiscard]] QString crsNote() const; ///< What it is called, or why it is none.
    [[nodiscard]] QString zone() const { return m_zone; } ///< As it was typed.
    void setZone(const QString &zone);
    [[nodiscard]] QString zoneProblem() const;
    [[nodiscard]] int precision() const; ///< −1 where it is none of precisionNames().
    void setPrecision(int precision);
    [[nodiscard]] int kind() const { return static_cast<int>(m_mapping.kind); } ///< Of rows that tell none.
    void setKind(int kind);
    [[nodiscard]] QString questions() const; ///< What is open still, a line each; empty if nothing.
    [[nodiscard]] QString remarks() const; ///< What the guess noticed, a line each.
    [[nodiscard]] QString note() const { return m_note; } ///< What came of saving it.
    [[nodiscard]] bool hasDates() const { return m_hasOrders; } ///< Some are another day in another order.
    [[nodiscard]] bool hasNumbers() const; ///< Positions that may be of another system.
    [[nodiscard]] bool isComplete() const; ///< Nothing is open.

    Q_INVOKABLE void setSays(int column, int says);
    Q_INVOKABLE void setKindOf(const QString &word, int kind);
    /// Saves the mapping under @p name, in place of what has that name.
    Q_INVOKABLE void save(const QString &name);

    /// Begins with @p samples, at least one.
    void begin(std::vector<TableSample> samples);
    void clear();
    [[nodiscard]] MappingPtr mapping() const { return std::make_shared<const Mapping>(m_mapping); }
    [[nodiscard]] bool isActive() const { return !m_samples.empty(); }

Q_SIGNALS:
    void changed();
    void edited(); ///< Other rows come in, or in another way.

private:
    void take(MappingGuess guess);
    void adopt(Mapping mapping);
    void findSaved();
    void show();
    [[nodiscard]] const TableSample &sample() const { return m_samples.at(static_cast<std::size_t>(m_table)); }

    std::vector<TableSample> m_samples;
    std::vector<MappingPtr> m_saved; ///< Those that fit.
    int m_table = 0;
    int m_savedIndex = 0;
    Mapping m_mapping;
    std::vector<MappingGap> m_asked; ///< What the guess left open, and nobody has answered yet.
    QStringList m_remarks;
    QString m_example; ///< A date that is read in more than one way.
    bool m_hasOrders = false;
    QString m_note;
    QString m_crs;
    QString m_zone;
    MappedColumns m_columns;
    MappedRows m_rows;
    MappedKinds m_kindWords;
};

} // namespace dateline
