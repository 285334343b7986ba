pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The mapping of a table that is of no known layout, with a live preview and the count of what comes in. */
ColumnLayout {
    id: root

    required property MappingDesk desk
    required property RowCounter counter
    required property Look look
    readonly property int columnWidth: 152

    signal kindsWanted

    spacing: 8

    MappingQuestions {
        desk: root.desk
        look: root.look
        onKindsWanted: root.kindsWanted()
        Layout.fillWidth: true
    }
    Hairline {
        Layout.fillWidth: true
    }
    Flickable {
        id: table

        function show(x: real, width: real): void {
            table.contentX = Math.max(0, Math.min(x, Math.max(table.contentX, x + width - table.width)))
        }

        objectName: "mappingTableView"
        contentWidth: columns.width
        contentHeight: columns.height
        implicitHeight: columns.height + 10
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("The first rows of the table, and what its columns say")
        ScrollBar.horizontal: SlimScrollBar {}
        Layout.fillWidth: true

        Row {
            id: columns

            spacing: 8

            Repeater {
                model: root.desk.columns

                MappingColumn {
                    id: column

                    required property int index

                    width: root.columnWidth
                    number: column.index
                    saysNames: root.desk.saysNames
                    warning: root.look.warning
                    onChosen: says => root.desk.setSays(column.index, says)
                    onReached: table.show(column.x, column.width)
                }
            }
        }
    }
    Words {
        text: qsTr("The first rows, as they come in")
        muted: true
        font.pixelSize: 12
        Layout.fillWidth: true
    }
    MappingPreview {
        rows: root.desk.rows
        warning: root.look.warning
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 72
    }
    Hairline {
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: 12
        Layout.fillWidth: true

        Words {
            objectName: "mappingCounts"
            text: root.counter.summary
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
        }
        ProgressLine {
            visible: root.counter.busy && root.counter.progress >= 0
            name: root.counter.summary
            progress: Math.max(0, root.counter.progress)
            Layout.preferredWidth: 160
        }
    }
    Words {
        objectName: "mappingReasons"
        visible: text.length > 0
        text: root.counter.reasons
        color: root.look.warning
        font.pixelSize: 12
        maximumLineCount: 2
        elide: Text.ElideRight
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
