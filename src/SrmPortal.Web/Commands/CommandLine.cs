using System.Reflection;
using SrmPortal.Data;

namespace SrmPortal.Web.Commands;

/// <summary>
/// One thing that the portal's program does instead of serving pages: <c>dotnet SrmPortal.Web.dll sealing verify</c>. It is found by its
/// <see cref="CommandAttribute"/> and made with its services in a system scope.
/// </summary>
public interface ICommand
{
    /// <summary>Does it, and says what came out; 0 when all is well.</summary>
    /// <param name="words">What was typed after the command's own words.</param>
    /// <param name="output">For people.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken);
}

/// <summary>The words by which a command is called: <c>[Command("sealing verify", "Checks that …")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CommandAttribute(string words, string does) : Attribute
{
    public string Words { get; } = words;

    /// <summary>One sentence.</summary>
    public string Does { get; } = does;
}

internal static class CommandLine
{
    /// <summary>EX_USAGE of sysexits.h.</summary>
    public const int NotUnderstood = 64;

    private static readonly (Type Type, CommandAttribute Is)[] Commands =
    [
        .. typeof(ICommand).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ICommand)))
            .Select(type => (type, type.GetCustomAttribute<CommandAttribute>()
                ?? throw new InvalidOperationException($"{type.Name} is a command without [Command].")))
            .OrderBy(command => command.Item2.Words, StringComparer.Ordinal),
    ];

    /// <summary>Whether the program was started with a command; options of the host begin with a dash.</summary>
    public static bool IsIn(string[] args) => args is [var first, ..] && !first.StartsWith('-');

    public static async Task<int> Run(IServiceProvider services, string[] args, TextWriter output)
    {
        var typed = string.Join(' ', args);
        var found = Commands.Where(command => typed == command.Is.Words || typed.StartsWith(command.Is.Words + " ", StringComparison.Ordinal))
            .OrderByDescending(command => command.Is.Words.Length).FirstOrDefault();
        if (found.Type is null)
        {
            var width = Commands.Max(command => command.Is.Words.Length) + 1;
            await output.WriteLineAsync("Commands:");
            foreach (var (_, known) in Commands)
            {
                await output.WriteLineAsync($"  {known.Words.PadRight(width)}{known.Does}");
            }

            return NotUnderstood;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Is = Scope.System;
        var command = (ICommand)ActivatorUtilities.CreateInstance(scope.ServiceProvider, found.Type);
        return await command.Run(args[found.Is.Words.Split(' ').Length..], output, stop.Token);
    }
}
