using System.Text.Json;
using SrmPortal.Domain.Common;

namespace SrmPortal.Data.Happenings;

/// <summary>Reads an announcement back from its outbox row.</summary>
public static class Announcements
{
    private static readonly Dictionary<string, Type> Types = typeof(Announcement).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Announcement)) && !type.IsAbstract).ToDictionary(type => type.Name);

    public static Announcement Read(OutboxMessage message) => Types.TryGetValue(message.Kind, out var type)
        ? (Announcement)JsonSerializer.Deserialize(message.Content, type, WhatHappened.Json)!
        : throw new InvalidOperationException($"The outbox holds {message.Kind}, which this version does not know.");
}
