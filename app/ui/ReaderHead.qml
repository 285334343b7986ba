import QtQuick
import QtQuick.Layouts

/** What a source is: its name, whence and when, how reliable, and what proves it. */
ColumnLayout {
    id: root

    required property Session session
    readonly property ReaderModel reader: root.session.reader

    spacing: 4

    Words {
        text: root.reader.name
        font.pixelSize: 22
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        maximumLineCount: 4
        elide: Text.ElideRight
        lineHeight: 1.1
        Accessible.role: Accessible.Heading
        Accessible.name: text
        Layout.fillWidth: true
    }
    Words {
        text: root.reader.origin
        muted: true
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: 6
        Layout.fillWidth: true
        Layout.topMargin: 2
        Layout.bottomMargin: 2

        MenuChip {
            objectName: "sourceGrade"
            enabled: !root.session.readOnly
            name: qsTr("Reliability of the source")
            text: root.session.grading.gradeText
            choices: root.session.grading.gradeNames
            current: root.session.grading.grade
            onChosen: index => root.session.grading.grade = index
        }
        Tick {
            objectName: "sourceGraphic"
            enabled: !root.session.readOnly
            words: qsTr("Graphic")
            checked: root.session.grading.sourceGraphic
            onToggled: root.session.grading.sourceGraphic = checked
        }
    }
    OriginLine {
        session: root.session
        Layout.fillWidth: true
    }
    Words {
        visible: text.length > 0
        text: root.reader.address
        muted: true
        font.pixelSize: 12
        elide: Text.ElideMiddle
        Layout.fillWidth: true
    }
    Words {
        text: root.reader.fingerprint
        muted: true
        font.pixelSize: 12
        elide: Text.ElideMiddle
        Layout.fillWidth: true
    }
    Words {
        visible: text.length > 0
        text: root.session.replacement.captureText
        font.pixelSize: 12
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Flow {
        visible: root.session.replacement.isOlder
        spacing: 4
        Layout.fillWidth: true
        Layout.leftMargin: -10

        PushButton {
            visible: root.session.replacement.isOlder
            quiet: true
            objectName: "openNewerCapture"
            text: qsTr("Open the newer capture")
            onClicked: root.session.replacement.openNewer()
        }
        PushButton {
            visible: root.session.replacement.canCompare
            quiet: true
            objectName: "decideOnQuotes"
            text: qsTr("Decide on its quotes…")
            onClicked: root.session.replacement.compare()
        }
    }
    Words {
        visible: root.reader.hasLostQuote
        text: qsTr("The quoted words do not stand at their place in this text any more.")
        color: root.session.look.warning
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.topMargin: 4
    }
    GraphicCover {
        objectName: "sourceCover"
        visible: root.reader.hidden
        Layout.fillWidth: true
        Layout.topMargin: 16
        onClicked: root.session.grading.showSource()
    }
    Hairline {
        Layout.fillWidth: true
        Layout.topMargin: 8
    }
}
