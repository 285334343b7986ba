#pragma once

#include "domain/caseinfo.h"
#include "ui/casestore.h"

#include <QObject>
#include <QtQmlIntegration>

namespace dateline
{

/// “About this case”: what it says of itself, which a person may change, and what its file is.
class CaseAbout : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY changed)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString author READ author WRITE setAuthor NOTIFY changed)
    Q_PROPERTY(QString licence READ licence WRITE setLicence NOTIFY changed)
    Q_PROPERTY(QString notes READ notes WRITE setNotes NOTIFY changed)
    Q_PROPERTY(QString path READ path NOTIFY changed)
    Q_PROPERTY(QString contents READ contents NOTIFY changed)
    Q_PROPERTY(QString format READ format NOTIFY changed)

public:
    explicit CaseAbout(CaseStore *store, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool isReady() const; ///< There is something to save, and it has a title.
    [[nodiscard]] QString title() const { return m_info.title; }
    void setTitle(const QString &title);
    [[nodiscard]] QString author() const { return m_info.author; }
    void setAuthor(const QString &author);
    [[nodiscard]] QString licence() const { return m_info.licence; }
    void setLicence(const QString &licence);
    [[nodiscard]] QString notes() const { return m_info.notes; }
    void setNotes(const QString &notes);
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString contents() const; ///< “3.4 MB, 12 sources”.
    [[nodiscard]] QString format() const; ///< “Schema 2 of Dateline 0.1.0, made on 24 November 2026”.

    Q_INVOKABLE void show();
    /// Stores what was changed, as one step, and closes.
    Q_INVOKABLE void save();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();

private:
    void set(QString CaseInfo::*part, const QString &text);

    CaseStore *m_store;
    CaseInfo m_info;
    bool m_open = false;
};

} // namespace dateline
