import Community
import Documents
import LuaKit

/// A column that an import asks for, and what its cells are read as.
struct ImportColumn {
    let wanted: WantedColumn
    let kind: Kind

    enum Kind {
        /// What the cell says.
        case value
        case month
        /// The record that the cell names, or the records that it lists.
        case record(Entity)
        case records(Entity)
        /// The texts of all cells below one merged heading, or in neighbouring columns with one title.
        case cells
    }

    static let options = Options(
        "import column", "A column of a file, where more is to be said of it than its type.",
        Option(
            "type", .string,
            "What its cells are: the type of a parameter, `list` for texts in a list, `cells` for the texts of all cells "
                + "below one merged heading or in neighbouring columns with one title, an entity for the record that a cell names, an entity's plural for several, "
                + "or a choice of a field, as in `action_item.status`. With a `?` behind it a cell may be empty, and the "
                + "column missing.", required: true),
        Option("also", .either([.string, .list(of: .string)]), "What files may call it as well."),
        Option(
            "separators", .string, "What parts the items of a list; each character does.",
            default: ";|, and others"))

    static func column(
        _ declaration: ContributionDescription.Column, in schema: Schema
    ) throws -> ImportColumn {
        let (type, kind) = try meaning(of: declaration, schema)
        var isSpread = false
        if case .cells = kind { isSpread = true }
        return ImportColumn(
            wanted: WantedColumn(
                declaration.name, synonyms: declaration.synonyms ?? [], type: type,
                isOptional: declaration.isOptional, isSpread: isSpread),
            kind: kind)
    }

    private static func meaning(
        of column: ContributionDescription.Column, _ schema: Schema
    ) throws -> (SourceType, Kind) {
        let list = { (element: SourceType) in SourceType.list(of: element, separators: column.separators) }
        switch column.type {
        case "list": return (list(.text), .value)
        case "cells": return (.text, .cells)
        case "month": return (.text, .month)
        default: break
        }
        if let simple = SourceType.simple.first(where: { $0.name == column.type }) {
            return (simple.type, .value)
        }
        if let entity = try? schema.entity(column.type) {
            // One that is called the same in both numbers is named one to a cell.
            return entity.name == column.type ? (.text, .record(entity)) : (list(.text), .records(entity))
        }
        if let dot = column.type.firstIndex(of: ".") {
            let entity = try schema.entity(String(column.type[..<dot]))
            let field = try schema.field(
                String(column.type[column.type.index(after: dot)...]), of: entity)
            switch field.type {
            case .choice(let choices): return (.choice(choices), .value)
            case .list(.choice(let choices)): return (list(.choice(choices)), .value)
            default:
                throw ScriptError(
                    "the column '\(column.name)' cannot be of the type '\(column.type)': that field is no choice"
                )
            }
        }
        _ = try ParameterType.named(column.type, in: schema, "the column '\(column.name)'")
        throw ScriptError("the column '\(column.name)' cannot be of the type '\(column.type)'")
    }
}
