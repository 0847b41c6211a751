namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Asks the signed-in person for the password again, before what binds or reveals: withdrawing an offer, opening a round. Call it
/// before the deed's transaction begins. Wrong ones are counted for the session by itself: the third closes this way for a while, by a
/// rule that says until when; the session goes on.
/// </summary>
public interface IPasswordCheck
{
    /// <summary>Whether this is the password of the person who is signed in.</summary>
    Task<bool> IsRight(string password);
}
